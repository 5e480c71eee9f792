import { civilOf, type Instant } from '../calendar/zone';
import type { RoundId, Sha256, Sha512 } from '../../base/ids';
import type { LogEntry } from '../item/log';
import type { RoundEvent } from './event';
import type { PlannedItem, RoundHead } from '../plan/plan';
import type { LedgerRow } from './row';
import { type Totals, totalsOf } from './totals';

/*
 * What a round keeps outside its memory until its bag is written: large, and never changed.
 */

/** The ledger as it was at an entry of the round's log: its opening, a notice, its close. */
export type LedgerSnapshot = {
  round: RoundId;
  entry: { seq: number; hash: Sha256 };
  at: Instant;
  totals: Totals;
  rows: readonly LedgerRow[];
};

/** The plan as it was imported. */
export type ImportedPlan = RoundHead & { items: readonly PlannedItem[] };

/** One of them with the name under which the store keeps it. */
export type RoundPaper = { name: string; content: LedgerSnapshot | ImportedPlan };

/** Their digests in the store, by name: it may be months until they are read again. */
export type PaperDigests = Readonly<Record<string, Sha512>>;

export const ledgerPaperName = (round: RoundId, seq: number): string => `rounds/${round}/ledger-${seq}.json`;
export const planPaperName = (round: RoundId): string => `rounds/${round}/plan.json`;

export const ledgerPaper = (
  round: RoundId,
  { seq, hash, at }: Pick<LogEntry<RoundEvent>, 'seq' | 'hash' | 'at'>,
  rows: readonly LedgerRow[],
): RoundPaper => ({
  name: ledgerPaperName(round, seq),
  content: { round, entry: { seq, hash }, at, totals: totalsOf(rows, civilOf(at)), rows },
});

export const planPaper = (head: RoundHead, items: readonly PlannedItem[]): RoundPaper => ({
  name: planPaperName(head.round),
  content: { ...head, items },
});

/** The entries at which the ledger is kept. */
const KEPT_AT: readonly RoundEvent['type'][] = ['round-opened', 'notice-published', 'round-closed'];

export const ledgersKept = (log: readonly LogEntry<RoundEvent>[]): LogEntry<RoundEvent>[] =>
  log.filter(({ event }) => KEPT_AT.includes(event.type));
