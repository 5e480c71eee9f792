import { readable } from '../../calendar/zone';
import { PUBLISHED as ALL, type Published } from '../../round/published';
import type { RefusalSentences } from '../refusals';
import type { StoryWords, Words } from '../words';

export const PUBLISHED: Words['published'] = {
  completed: '已完成',
  'completed-sustained': '基本完成并长期坚持',
  ongoing: '持续推进',
  'not-completed': '未完成',
  withdrawn: '不再单列',
};

export const DOCUMENT_KIND: Words['documentKind'] = {
  feedback: '反馈意见',
  plan: '整改方案',
  letter: '函件',
  talk: '约谈记录',
  other: '其他文件',
  notice: '整改情况通报',
};

const figures = (all: Record<Published, number>): string =>
  ALL.map((one) => `${PUBLISHED[one]} ${all[one]} 项`).join('、');

const numbered = (number: string | undefined): string => (number === undefined ? '' : `，文号 ${number}`);

type OfRound = 'document-filed' | 'notice-published' | 'attested' | 'round-closed' | 'round-archived';

/** 轮次收存的文件和轮次办结的经过. */
export const ROUND_STORY: Pick<StoryWords, OfRound> = {
  'document-filed': ({ kind, file, number, item }, { who }) =>
    `${who} 收存${DOCUMENT_KIND[kind]}《${file.title}》${numbered(number)}${item === undefined ? '' : `（事项 ${item}）`}`,
  'notice-published': ({ file, number, figures: all }, { who }) =>
    `${who} 发布通报《${file.title}》${numbered(number)}：${figures(all)}`,
  attested: ({ entries, head }, { who }) =>
    `${who} 核签轮次记录，至第 ${entries} 条（${head.slice(0, 16)}…）`,
  'round-closed': ({ note, archiveNumber, undone }, { who }) =>
    undone === undefined
      ? `${who} 办结轮次，档号 ${archiveNumber}：${note}`
      : `导入已撤销（第 ${undone} 条），轮次自行办结，档号 ${archiveNumber}：${note}`,
  'round-archived': ({ archiveNumber }) => `轮次归档，档号 ${archiveNumber}`,
};

export const ROUND_REFUSALS: Pick<
  RefusalSentences,
  'NumberTaken' | 'NotInLog' | 'FiguresChanged' | 'ItemsOpen' | 'NoticeMissing' | 'RoundClosed'
> = {
  NumberTaken: ({ number, item }) =>
    `文号 ${number} 已用于${item === undefined ? '本轮次的另一份文件' : `事项 ${item}`}，请另编文号。`,
  NotInLog: ({ entries, length }) =>
    `所核签的不是轮次记录的第 ${entries} 条（现共 ${length} 条）。请重新查看（rectify round）后再核签。`,
  FiguresChanged: ({ shown, now }) =>
    `通报的数字与台账不符：通报按 ${figures(shown)}，台账现为 ${figures(now)}。请按台账改好通报后再发布。`,
  ItemsOpen: ({ items, more }) =>
    `尚有事项未归档：${items.join('、')}${more > 0 ? `，另有 ${more} 项` : ''}。全部事项归档后方可办结轮次。`,
  NoticeMissing: () => '尚未发布整改情况通报，请先用 rectify publish-notice 发布，再办结轮次。',
  RoundClosed: ({ at, name }) =>
    `本轮次已由 ${name} 于 ${readable(at)} 办结，不再受理指令，也不能重开；新的问题请另立轮次。`,
};
