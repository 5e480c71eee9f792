import type { ItemNumber } from '../../../base/ids';
import type { LogEntry } from '../../item/log';
import { isOpen } from '../../item/states';
import type { RoundEvent } from '../event';
import type { LedgerRow } from '../row';
import { amendmentsOf, planVersion } from './planned';

type Log = readonly LogEntry<RoundEvent>[];

/** What an item could not take, since it had moved on: the office decides what becomes of it. */
export type Conflict = Extract<RoundEvent, { type: 'amendment-conflict' }>;

const isNoted = (log: Log, item: ItemNumber, version: number): boolean =>
  log.some(
    ({ event }) => event.type === 'amendment-conflict' && event.item === item && event.version === version,
  );

/** Amendments that a line of the ledger shows to have come to nothing, and that are not noted yet. */
const conflictsIn = (row: LedgerRow, log: Log): Conflict[] => {
  const { number: item, cycle, status, amendment, refusals = [] } = row;
  const told = amendmentsOf(log, item).filter(({ change }) => change.cycle === cycle && !change.keep);
  const heard = amendment?.version ?? 1;
  const refused = amendment?.refused;
  const type = 'amendment-conflict' as const;
  return told.flatMap(({ version }): Conflict[] => {
    if (isNoted(log, item, version)) return [];
    const one = refusals.find((other) => other.version === version);
    if (one) return [{ type, item, ...one }];
    if (refused && version === heard) return [{ type, item, version, ...refused }];
    // It had ended before it could hear of it.
    return version > heard && !isOpen(status) ? [{ type, item, version, fault: 'ended' }] : [];
  });
};

/** All that the ledger shows and the log does not. */
export const newConflicts = (rows: readonly LedgerRow[], log: Log): Conflict[] =>
  planVersion(log) === 1 ? [] : rows.flatMap((row) => conflictsIn(row, log));

/** Those that nobody has decided: no amendment is about the item that was made since they were noted. */
export const openConflicts = (log: Log): Conflict[] =>
  log.flatMap(({ event }, index) => {
    if (event.type !== 'amendment-conflict') return [];
    return amendmentsOf(log.slice(index), event.item).length > 0 ? [] : [event];
  });
