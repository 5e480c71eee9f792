import type { ItemNumber } from '../../base/ids';
import type { CivilDate } from '../calendar/civil';
import { civilOf } from '../calendar/zone';
import type { LogEntry } from '../item/log';
import { isEnd, type LifeFound, type LostLife } from '../item/lost';
import { notAhead } from '../item/rules/rule';
import { archiveNumber } from '../plan/plan';
import { additionOf } from './amend/additions';
import type { Refusal } from '../refusal';
import { unheardDeadline } from './amend/planned';
import type { RoundCommand } from './command';
import type { RoundEvent } from './event';
import type { LedgerRow } from './row';
import { type Case, happens, lifeIn, refuse, type RoundState, type RoundVerdict } from './rule';

type Restore = Case<Extract<RoundCommand, { type: 'restore' }>>;

/** What is assumed of a life before the server was asked. */
const ASSUMED: LifeFound = 'terminated';

/** The archive number that a life of an item was given: with the plan, or later. */
const numberGiven = ({ number, cycle }: LedgerRow, { head, rows, log }: RoundState): string => {
  const later = log.flatMap(({ event }) =>
    (event.type === 'item-reopened' || event.type === 'item-restored') &&
    event.item === number &&
    event.cycle === cycle
      ? [event.archiveNumber]
      : [],
  );
  const imported = rows.filter((row) => !additionOf(log, row.number));
  const piece = imported.findIndex((row) => row.number === number) + 1;
  const first = additionOf(log, number)?.archiveNumber ?? archiveNumber(head.archive, piece);
  return later.at(-1) ?? first;
};

/** Why the life in this line is not lost. One that never reported, and is not there, is still to be started. */
const notLost = (row: LedgerRow, found: LifeFound): Refusal | undefined => {
  const { number } = row;
  if (row.archive) return { type: 'NotLost', number, found: 'recorded' };
  if (!isEnd(found)) return { type: 'NotLost', number, found };
  return found === 'removed' && row.version === 0
    ? { type: 'NotLost', number, found: 'starting' }
    : undefined;
};

/** Why a deadline may not be given with the restoring: a later one is for whoever decides extensions. */
const unfitDeadline = (
  given: CivilDate | undefined,
  { deadline }: LedgerRow,
  { state, now }: Restore,
): Refusal | undefined => {
  if (given === undefined) return undefined;
  const passed = notAhead(given, civilOf(now));
  if (passed) return passed;
  const { concentratedUntil } = state.head;
  const latest = deadline !== undefined && deadline > concentratedUntil ? deadline : concentratedUntil;
  return given > latest ? { type: 'DeadlineTooLate', date: given, latest } : undefined;
};

/** What the round knew of a life that is lost. */
const lostLife = (row: LedgerRow, found: LifeFound, state: RoundState): LostLife => {
  const { cycle, status, logHead, originalDeadline, extensions } = row;
  return {
    cycle,
    ended: isEnd(found) ? found : 'removed',
    status,
    archiveNumber: numberGiven(row, state),
    ...(logHead && { seen: { entries: logHead.entries, hash: logHead.hash } }),
    ...(originalDeadline && { originalDeadline }),
    extensions,
  };
};

/**
 * A new life of an item that the server has ended before its record was in the archive. It has the people and the deadline
 * of the ledger; everything else was in the log that is lost.
 */
export const restore = (given: Restore): RoundVerdict => {
  const { command, state } = given;
  const { item: number, cycle, reason } = command;
  const { found = ASSUMED } = state;
  const life = lifeIn(state, command);
  if ('refusal' in life) return life;
  const { row } = life;
  const refusal = notLost(row, found) ?? unfitDeadline(command.deadline, row, given);
  if (refusal) return refuse(refusal);
  const heard = row.amendment?.version ?? 1;
  // What was signed counts, though the life was lost before it could hear of it.
  const amended = unheardDeadline(state.log, { item: number, cycle, heard });
  const deadline = command.deadline ?? amended ?? row.deadline;
  return happens(
    {
      type: 'item-restored',
      item: number,
      cycle: cycle + 1,
      reason,
      ...(deadline && { deadline }),
      archiveNumber: archiveNumber(state.head.archive, state.pieces + 1),
      lost: lostLife(row, found, state),
    },
    [number],
  );
};

/** Every time that an item was restored, as the log of its round tells it. */
export const restoringsOf = (
  log: readonly LogEntry<RoundEvent>[],
  item: ItemNumber,
): Extract<RoundEvent, { type: 'item-restored' }>[] =>
  log.flatMap(({ event }) => (event.type === 'item-restored' && event.item === item ? [event] : []));
