import type { LedgerRow } from '../../round/row';
import type { LogEntry } from '../log';

/** So many of them an item reports: its round notes each as soon as it hears of it. */
const MOST = 20;

/**
 * What an item could not take of amendments, the last ones, as a part of its line of the ledger: it may have taken the next before its
 * round has heard of one. Of the log, not of the state: that is the same as it always was.
 */
export const refusalsIn = (log: readonly LogEntry[]): Pick<LedgerRow, 'refusals'> => {
  const refusals = log.flatMap(({ event }) => {
    if (event.type !== 'amendment-refused') return [];
    const { type: _, ...refusal } = event;
    return [refusal];
  });
  return refusals.length === 0 ? {} : { refusals: refusals.slice(-MOST) };
};
