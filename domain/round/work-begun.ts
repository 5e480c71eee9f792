import type { LedgerRow } from './row';
import { type Work, WORK } from './work';

/** How an item stands, as far as it matters here. */
export type Standing = Pick<
  LedgerRow,
  | 'cycle'
  | 'status'
  | 'measures'
  | 'evidence'
  | 'progress'
  | 'requestedOn'
  | 'returns'
  | 'extensions'
  | 'extension'
  | 'resultTotals'
  | 'former'
>;

/** What has been done with an item besides acknowledging it, whether or not it still stands. */
export const workIn = (row: Standing): Work[] => {
  const isDone: Readonly<Record<Work, boolean>> = {
    progress: row.progress !== undefined,
    evidence: row.evidence > 0,
    measure: row.measures.complete > 0,
    result: row.resultTotals !== undefined,
    closure: row.requestedOn !== undefined || (row.status !== 'assigned' && row.status !== 'in-progress'),
    return: row.returns > 0,
    extension: row.extensions > 0 || row.extension !== undefined,
    'later-life': row.cycle > 1,
  };
  return WORK.filter((one) => isDone[one] || row.former?.includes(one) === true);
};

/** Nobody has done more with it than acknowledge. */
export const isUntouched = (row: Standing): boolean => workIn(row).length === 0;
