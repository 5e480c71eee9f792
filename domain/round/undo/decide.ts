import { isOpen } from '../../item/states';
import type { Refusal } from '../../refusal';
import type { RoundCommand } from '../command';
import { type Case, happens, refuse, type RoundState, type RoundVerdict } from '../rule';
import { askOrRefuse } from '../second/ask';
import { workIn } from '../work-begun';
import { undoneBefore } from './undone';

type Undoing = Case<Extract<RoundCommand, { type: 'undo-import' }>>;

/** How many items a refusal names. */
const NAMED = 10;

/** What was withdrawn one by one before stands in nobody's way. */
const workBegun = ({ rows }: RoundState): Refusal | undefined => {
  const begun = rows
    .filter(({ status }) => status !== 'withdrawn')
    .map((row) => ({ number: row.number, work: workIn(row) }))
    .filter(({ work }) => work.length > 0);
  if (begun.length === 0) return undefined;
  const items = begun.slice(0, NAMED);
  return { type: 'WorkBegun', items, more: begun.length - items.length };
};

const noticeOut = ({ log }: RoundState): Refusal | undefined => {
  const published = log.find(({ event }) => event.type === 'notice-published');
  return published && { type: 'NoticeOut', at: published.at };
};

/** Withdraws a whole import, with the head, as long as nobody has done more than acknowledge: asked again when the second signs. */
export const undoImport = (given: Undoing): RoundVerdict => {
  const { command, state } = given;
  const { type, reason, number, by, onBehalfOf } = command;
  const items = state.rows.filter(({ status }) => isOpen(status)).map((row) => row.number);
  const refusal =
    undoneBefore(state) ??
    noticeOut(state) ??
    workBegun(state) ??
    (items.length === 0 ? { type: 'NothingNew' as const, command: type } : undefined);
  if (refusal) return refuse(refusal);
  const { head } = state.head.roster;
  // Where people are taken at their word nobody signs: there the head gives it.
  const isByHead = state.head.policy.identity === 'claimed' && (by === head || onBehalfOf === head);
  if (!isByHead && state.seconded === undefined) return askOrRefuse(given, { reason, items });
  return happens(
    {
      type: 'import-undone',
      reason,
      ...(number !== undefined && { number }),
      items,
      ...(state.seconded !== undefined && { asked: state.seconded }),
    },
    items,
  );
};
