import { readable } from '../../calendar/zone';
import type { Work } from '../../round/work';
import type { RefusalSentences } from '../refusals';
import type { StoryWords } from '../words';

const WORK: Record<Work, string> = {
  progress: '已报告进展',
  evidence: '已提交佐证',
  measure: '已完成措施',
  result: '已登记成效',
  closure: '已申请销号',
  return: '曾被退回',
  extension: '已申请延期',
  'later-life': '曾重新办理',
};

const worked = (work: readonly Work[]): string => work.map((one) => WORK[one]).join('、');

export const UNDO_REFUSALS: Pick<RefusalSentences, 'WorkBegun' | 'NoticeOut' | 'ImportUndone'> = {
  WorkBegun: ({ items, more }) =>
    `导入不能撤销：${items.map(({ number, work }) => `事项 ${number} ${worked(work)}`).join('；')}${
      more > 0 ? `；另有 ${more} 项` : ''
    }。未作任何变动。签收之后已有办理的，只能逐项或一次多项作不予列入处理（rectify withdraw 事项… --reason 原因）。`,
  NoticeOut: ({ at }) =>
    `导入不能撤销：已于 ${readable(at)} 发布整改情况通报。未作任何变动。个别事项可作不予列入处理（rectify withdraw）。`,
  ImportUndone: ({ at, name }) =>
    `本轮次的导入已由 ${name} 于 ${readable(at)} 撤销，不再重新开始任何事项。请以新的轮次号另行导入。`,
};

/** 撤销导入的经过. */
export const UNDO_STORY: Pick<StoryWords, 'import-undone' | 'undo-refused'> = {
  'import-undone': ({ reason, number, items, asked }, { who }) =>
    `${who} ${asked === undefined ? '' : `会签第 ${asked} 条，`}撤销整轮导入${
      number === undefined ? '' : `，文号 ${number}`
    }，事项 ${items.join('、')}：${reason}`,
  'undo-refused': ({ work }) => `本事项${worked(work)}，未随整轮导入撤销，须单独决定`,
};
