import { ItemLife } from '../item/life';
import type { LogEntry } from '../item/log';
import { birthOf } from './birth';
import type { RoundEvent } from './event';
import type { RoundBag, RoundBirth } from './memory';
import { ledgerPaper, planPaper, type RoundPaper } from './papers';
import type { LedgerRow } from './row';

/** What the store has to keep of a closed round: its plan as imported, and its ledger as it began and as it was closed. */
export const closingPapers = (
  birth: RoundBirth,
  log: readonly LogEntry<RoundEvent>[],
  rows: readonly LedgerRow[],
): RoundPaper[] => {
  const { head, items } = birth;
  const [opened] = log;
  const closed = log.at(-1);
  if (!opened || !closed) throw new TypeError('a log without a beginning');
  const first = items.map((item, index) => new ItemLife(birthOf(birth, item, index, opened.at)).firstRow());
  return [
    planPaper(head, items),
    ledgerPaper(head.round, opened, first),
    ledgerPaper(head.round, closed, rows),
  ];
};

/** Where the record of a round is, once its log says so. */
export const recordIn = (log: readonly LogEntry<RoundEvent>[]): RoundBag | undefined => {
  const last = log.at(-1)?.event;
  if (last?.type !== 'round-archived') return undefined;
  const { bag, archiveNumber, manifest } = last;
  return { bag, archiveNumber, manifest };
};
