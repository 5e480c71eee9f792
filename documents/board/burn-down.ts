import { addDays, type CivilDate, daysBetween } from '../../domain/calendar/civil';
import { civilOf } from '../../domain/calendar/zone';
import { isAtWork, isOpen } from '../../domain/item/states';
import type { LedgerRow } from '../../domain/round/row';

/**
 * How many items are left, day by day. Element `i` of a series is the number at the end of the `i`-th day, and
 * element 0 that before the first: all of them. `open` and `working` end with the day `until`.
 */
export type BurnDown = {
  from: CivilDate;
  /** Today; once nothing is open any more, the day on which the last item ended. */
  until: CivilDate;
  /** The last day of the axis. */
  to: CivilDate;
  items: number;
  /** Neither closed nor withdrawn. */
  open: number[];
  /** Closure not asked for: the items between this and `open` are with reviewers, or sustained. */
  working: number[];
  /** What would be left by the deadlines: closure has to be asked for on the day itself at the latest. */
  due: number[];
  originallyDue: number[];
};

/** Deadlines many years away would squeeze everything else into a corner of the picture. */
const DAYS_AHEAD = 366;

/** The day on which an item left the series; undefined for one that is still in it. */
type LeftOn = (row: LedgerRow) => CivilDate | undefined;

const endedOn =
  (today: CivilDate): LeftOn =>
  ({ status, acceptedOn, withdrawnOn }) =>
    isOpen(status) ? undefined : (withdrawnOn ?? acceptedOn ?? today);

const handedInOn =
  (today: CivilDate): LeftOn =>
  (row) =>
    isAtWork(row.status) ? undefined : (row.requestedOn ?? endedOn(today)(row));

const seriesOf = (
  rows: readonly LedgerRow[],
  { from, to }: { from: CivilDate; to: CivilDate },
  leftOn: LeftOn,
): number[] => {
  const leaving = new Array<number>(daysBetween(from, to) + 1).fill(0);
  for (const row of rows) {
    const day = leftOn(row);
    if (day === undefined || day > to) continue;
    const index = Math.max(0, daysBetween(from, day));
    leaving[index] = (leaving[index] ?? 0) + 1;
  }
  let left = rows.length;
  return [left, ...leaving.map((count) => (left -= count))];
};

/** The last of some days, none of them before the first given. */
const lastOf = (first: CivilDate, days: readonly (CivilDate | undefined)[]): CivilDate =>
  days.reduce<CivilDate>((a, b) => (b !== undefined && b > a ? b : a), first);

export const burnDownOf = (rows: readonly LedgerRow[], today: CivilDate): BurnDown => {
  const from = rows.map(({ assignedAt }) => civilOf(assignedAt)).reduce((a, b) => (b < a ? b : a), today);
  const isOver = rows.every(({ status }) => !isOpen(status));
  const until = isOver ? lastOf(from, rows.map(endedOn(today))) : today;
  const deadlines = rows.flatMap(({ deadline, originalDeadline }) => [deadline, originalDeadline]);
  const [last, end] = [lastOf(until, deadlines), addDays(until, DAYS_AHEAD)];
  const to = last < end ? last : end;
  const past = { from, to: until };
  return {
    from,
    until,
    to,
    items: rows.length,
    open: seriesOf(rows, past, endedOn(today)),
    working: seriesOf(rows, past, handedInOn(today)),
    due: seriesOf(rows, { from, to }, ({ deadline }) => deadline),
    originallyDue: seriesOf(rows, { from, to }, ({ originalDeadline }) => originalDeadline),
  };
};
