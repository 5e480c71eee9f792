import type { LogEntry } from '../../item/log';
import { isOpen } from '../../item/states';
import type { Instant } from '../../calendar/zone';
import type { ItemNumber, PersonId } from '../../../base/ids';
import type { Refusal } from '../../refusal';
import type { RoundEvent } from '../event';
import { nameOf } from '../offices';
import { archiveNumber } from '../../plan/plan';
import type { LedgerRow } from '../row';
import type { RoundState } from '../rule';

type Entry = LogEntry<RoundEvent>;
export type UndoneEntry = Entry & { event: Extract<RoundEvent, { type: 'import-undone' }> };

const isUndoing = (entry: Entry): entry is UndoneEntry => entry.event.type === 'import-undone';

/** The entry that has undone the import of a round, if one has. */
export const undoneIn = (log: readonly Entry[]): UndoneEntry | undefined => log.find(isUndoing);

/**
 * The items that an undone import has left open: each had moved on, or was restored, before it could hear of it. Somebody decides about
 * them one by one.
 */
export const leftByUndo = (rows: readonly LedgerRow[], log: readonly Entry[]): ItemNumber[] =>
  undoneIn(log)
    ? rows
        .filter((row) => isOpen(row.status) && (row.undoRefused !== undefined || row.cycle > 1))
        .map(({ number }) => number)
    : [];

/** That the import was undone, as everybody may see it. `left`: items that it has left open. */
export type ImportUndone = {
  at: Instant;
  by: PersonId;
  reason: string;
  number?: string;
  left: ItemNumber[];
};

export const undoneView = (rows: readonly LedgerRow[], log: readonly Entry[]): ImportUndone | undefined => {
  const entry = undoneIn(log);
  if (!entry?.author) return undefined;
  const { reason, number } = entry.event;
  return {
    at: entry.at,
    by: entry.author.by,
    reason,
    ...(number !== undefined && { number }),
    left: leftByUndo(rows, log),
  };
};

/** Why nothing of a round begins anew, or is undone again, if its import was undone. */
export const undoneBefore = ({ log, head }: Pick<RoundState, 'log' | 'head'>): Refusal | undefined => {
  const entry = undoneIn(log);
  if (!entry?.author) return undefined;
  const { by } = entry.author;
  return { type: 'ImportUndone', at: entry.at, by, name: nameOf(by, head.roster) };
};

/** A round whose import was undone closes by itself, once everything is withdrawn and in the archive. */
export const closedByUndo = ({
  log,
  rows,
  head,
  pieces,
}: Pick<RoundState, 'log' | 'rows' | 'head' | 'pieces'>): RoundEvent[] => {
  const entry = undoneIn(log);
  if (!entry || !rows.every(({ status, archive }) => status === 'withdrawn' && archive)) return [];
  const { reason: note } = entry.event;
  return [
    {
      type: 'round-closed',
      note,
      archiveNumber: archiveNumber(head.archive, pieces + 1),
      undone: entry.seq,
    },
  ];
};
