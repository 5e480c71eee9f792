import type { CivilDate } from '../calendar/civil';
import { type ResultTotals, sumOfResults } from '../item/result-kind';
import { STATUSES, type Status } from '../item/states';
import { type Proposal, PROPOSALS } from '../ladder/rung';
import { type Published, PUBLISHED } from './published';
import { isClosedLate, isOverdue, type LedgerRow, publishedStatus } from './row';

/** The figures of a round. Whatever prints a total prints these, so that it equals the ledger. */
export type Totals = {
  items: number;
  byStatus: Record<Status, number>;
  byPublished: Record<Published, number>;
  overdue: number;
  withoutDeadline: number;
  closedLate: number;
  /** Items whose first deadline passed before closure was asked for, whatever was moved since. */
  lateAgainstOriginal: number;
  returned: number;
  /** Items for which an urging letter, a talk or a proposal of accountability was due. */
  escalated: number;
  undeliverable: number;
  /** What the items have brought (整改成效) of which results were recorded, fen of money, else a count; absent where nothing. */
  resultTotals?: ResultTotals;
};

/** The figures of a round that are one number each. */
export type PlainTotal = Exclude<keyof Totals, 'byStatus' | 'byPublished' | 'resultTotals'>;

const count = (rows: readonly LedgerRow[], test: (row: LedgerRow) => boolean): number =>
  rows.filter(test).length;

const tally = <K extends string>(keys: readonly K[], counted: (key: K) => number): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, counted(key)])) as Record<K, number>;

/** The steps about persons that have been due for an item. */
export const escalationsOf = ({ climbed }: Pick<LedgerRow, 'climbed'>): Proposal[] =>
  PROPOSALS.filter((rung) => climbed.includes(rung));

/** Late by the first deadline, whatever has moved it since. A sustained item is as late as it came to its stage. */
export const isOriginallyLate = (row: LedgerRow, today: CivilDate): boolean => {
  const { originalDeadline, requestedOn, status } = row;
  const first = { ...row, deadline: originalDeadline };
  if (isOverdue(first, today) || isClosedLate(first)) return true;
  return status === 'sustained' && originalDeadline !== undefined && (requestedOn ?? '') > originalDeadline;
};

/** What the items of a ledger have brought together. */
export const resultTotalsIn = (
  rows: readonly Pick<LedgerRow, 'resultTotals'>[],
): Pick<Totals, 'resultTotals'> => {
  const resultTotals = sumOfResults(rows.map((row) => row.resultTotals));
  return resultTotals ? { resultTotals } : {};
};

export const totalsOf = (rows: readonly LedgerRow[], today: CivilDate): Totals => ({
  items: rows.length,
  byStatus: tally(STATUSES, (status) => count(rows, (row) => row.status === status)),
  byPublished: tally(PUBLISHED, (published) =>
    count(rows, (row) => publishedStatus(row, today) === published),
  ),
  overdue: count(rows, (row) => isOverdue(row, today)),
  withoutDeadline: count(rows, (row) => row.deadline === undefined),
  closedLate: count(rows, isClosedLate),
  lateAgainstOriginal: count(rows, (row) => isOriginallyLate(row, today)),
  returned: count(rows, (row) => row.returns > 0),
  escalated: count(rows, (row) => escalationsOf(row).length > 0),
  undeliverable: count(rows, (row) => row.undeliverable),
  ...resultTotalsIn(rows),
});
