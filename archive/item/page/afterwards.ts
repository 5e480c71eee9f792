import { html, type Markup } from '../../../base/markup';
import type { Proposed } from '../../../domain/item/state';
import type { Roster } from '../../../domain/round/roster';
import { officeNumber } from '../../../domain/plan/plan';
import type { ItemRecord } from '../record';
import { type Cell, deed, facts, listing, named, section, table, unbroken, zh } from './parts';

/** How the result was sustained (长期坚持). */
export const sustaining = ({ state, context: { roster } }: ItemRecord): Markup | undefined => {
  const { sustaining: kept } = state;
  if (!kept) return undefined;
  const rows = kept.checkIns.map((one): Cell[] => [unbroken(one.due), deed(one, roster), one.text]);
  return section(
    '长期坚持',
    html`${facts([
      ['起止', `${kept.on} 至 ${kept.until}`],
      ['下次报告', kept.checkIn],
    ])}${rows.length === 0 ? undefined : table(['应报告日期', '报告', '坚持情况'], rows)}`,
  );
};

const decidedIn = ({ into, undone }: NonNullable<ItemRecord['state']['withdrawal']>): string => {
  if (undone !== undefined) return '随整轮导入一并撤销';
  return into === undefined ? '不予列入' : `并入事项 ${officeNumber(into)}`;
};

/** Why the item was withdrawn or merged (不予列入、并案). */
export const withdrawal = ({ state, context: { roster } }: ItemRecord): Markup | undefined => {
  const { withdrawal: decided } = state;
  return (
    decided &&
    section(
      zh.status.withdrawn,
      facts([
        ['决定', decidedIn(decided)],
        ['原因', decided.reason],
        ['决定人', deed(decided, roster)],
      ]),
    )
  );
};

const madeOf = ({ outcome }: Proposed, roster: Roster): Cell[] => {
  if (!outcome) return ['未决定', ''];
  const what =
    outcome.type === 'issued'
      ? named([['签发，文号', outcome.number]])
      : named([['不予签发，理由', outcome.reason]]);
  return [what, deed(outcome, roster)];
};

/** Steps about persons that the system has proposed, and what a person made of them. */
export const proposals = ({ state, context: { roster } }: ItemRecord): Markup | undefined =>
  listing(
    '督办、约谈与问责建议',
    ['建议', '应发日期', '决定', '决定人和时间'],
    state.proposals.map((one) => [zh.rung[one.rung], one.day, ...madeOf(one, roster)]),
  );
