import { SIDES } from '../../../domain/item/side';
import type { About } from '../../../domain/plan/about';
import type { Markup } from '../../../base/markup';
import type { ItemRecord } from '../record';
import { recovered } from './measures';
import { facts, section, who, yuan, zh } from './parts';

/** Who held the sides at the end, and whom the round had. */
const people = ({ state, context: { planned, roster } }: ItemRecord): [string, string][] => [
  ...SIDES.map((side): [string, string] => [zh.role[side], who(state.people[side], roster)]),
  ['责任科室', planned.section],
  ...(planned.assisting ? [['配合科室', planned.assisting.join('、')] as [string, string]] : []),
  [zh.role.head, who(roster.head, roster)],
  [zh.role.office, roster.office.map((one) => who(one, roster)).join('、')],
  [zh.role.archivist, who(roster.archivist, roster)],
];

const about = ({ cause, goal, priority, tags, source }: About): [string, string | undefined][] => [
  ['原因分析', cause],
  ['整改目标', goal],
  ['优先级', priority && zh.priority[priority]],
  ['标签', tags?.join('、')],
  ['来源', source && zh.source(source)],
];

/** Of an item that was not imported with the plan. */
const originOf = ({ added }: ItemRecord['state']): string | undefined =>
  added &&
  `方案第 ${added.version} 版增列${added.splitFrom === undefined ? '' : `，由 ${added.splitFrom} 拆分`}`;

/** What the item is, and how it ended. */
export const basics = (record: ItemRecord): Markup | undefined => {
  const { state, context } = record;
  const { planned, round, archiveNumber } = context;
  const sum = recovered(record);
  return section(
    '基本情况',
    facts([
      ['档号', archiveNumber],
      ['轮次', `${round.title}（${round.id}）`],
      ['被巡察单位', round.body],
      ['问题方面', planned.category],
      ['具体问题', planned.problem],
      ['整改类型', zh.itemKind[planned.kind]],
      ['来历', originOf(state)],
      ...about(planned),
      ...people(record),
      ['原定时限', state.originalDeadline ?? zh.date.none],
      ['现行时限', state.deadline ?? zh.date.none],
      ['审批轮次', state.reviewRound],
      ['追缴金额合计', sum === undefined ? undefined : yuan(sum)],
      ['状态', zh.status[state.status]],
      ['最新进展', state.progress?.text],
    ]),
  );
};

/** The life before, which the server had ended and whose log was not archived. */
export const lostLife = ({ state: { lost, cycle }, log }: ItemRecord): Markup | undefined => {
  if (!lost) return undefined;
  const reasons = log.flatMap(({ event }) => (event.type === 'restored' ? [event.reason] : []));
  const { seen } = lost;
  return section(
    `恢复办理（第 ${cycle} 次办理）`,
    facts([
      ['此前的流程', `第 ${lost.cycle} 次办理，在服务器上${zh.end[lost.ended]}，未归档`],
      ['未归档的经过', seen ? `至少 ${seen.entries} 条` : '轮次未见'],
      ['末条校验值', seen?.hash],
      ['当时状态', zh.status[lost.status]],
      ['原档号（空置）', lost.archiveNumber],
      ['恢复原因', reasons[0]],
    ]),
  );
};

/** The archived life that this one goes on from. */
export const previousLife = ({ state: { previous, cycle }, log }: ItemRecord): Markup | undefined => {
  if (!previous) return undefined;
  const reopened = log.flatMap(({ event }) => (event.type === 'reopened' ? [event.reason] : []));
  return section(
    `反弹重开（第 ${cycle} 次办理）`,
    facts([
      ['原档号', previous.archiveNumber],
      ['原归档包', previous.bag],
      ['重开原因', reopened[0]],
    ]),
  );
};
