import type { Instant } from '../../calendar/zone';
import type { LedgerRow } from '../row';
import { reportFigures } from './compose';
import type { lastMade } from './last';
import { FIGURES } from './report';

type Last = NonNullable<ReturnType<typeof lastMade>>;

/** Whether a line has something to tell that was done after the days of a report. */
const isDoneAfter = ({ event }: Last, { acceptedOn, withdrawnOn }: LedgerRow): boolean =>
  [acceptedOn, withdrawnOn].some((day) => day !== undefined && day > event.to);

/**
 * Since when there is something to tell after a report by which nothing was open any more: since a life has begun, else since
 * that report. Undefined while there is nothing.
 */
export const newsSince = (last: Last, rows: readonly LedgerRow[]): Instant | undefined => {
  const begun = rows.map(({ assignedAt }) => assignedAt).filter((at) => at > last.at);
  if (begun.length > 0) return begun.reduce((a, b) => (b < a ? b : a));
  const now = reportFigures(rows, last.event.to);
  const isChanged = FIGURES.some((figure) => now[figure] !== last.event.figures[figure]);
  return isChanged || rows.some((row) => isDoneAfter(last, row)) ? last.at : undefined;
};
