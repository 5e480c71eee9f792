import type { UndoWords } from '../words/undo';

export const UNDO: UndoWords = {
  withdraws: (items) => `将撤销整轮导入，${items.length} 项全部撤销：${items.join(' ')}`,
  forGood: '撤销后不能恢复：全部事项作废归档，轮次自行办结；原轮次号不再使用，重新导入须用带后缀的轮次号。',
  follows: '接续已撤销的轮次',
  note: (round, by, at) => `轮次 ${round} 的导入已由 ${by} 于 ${at} 撤销。`,
  left: (items) =>
    `未随导入撤销的事项：${items.join(' ')}。此间已有办理，须单独决定：不予列入（rectify withdraw），或继续办理。`,
};
