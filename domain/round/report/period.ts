import { addDays, addMonths, CivilDate, weekday } from '../../calendar/civil';
import type { Period, ReportKind } from './report';

/** The first day of the week (a Monday) or month that a day is in. */
export const startOf = (kind: ReportKind, day: CivilDate): CivilDate =>
  kind === 'weekly'
    ? addDays(day, -((weekday(day) + 6) % 7))
    : CivilDate.parse(`${day.slice(0, 'YYYY-MM'.length)}-01`);

/** The first day of the week or month after the one that a day is in. */
export const nextStart = (kind: ReportKind, day: CivilDate): CivilDate => {
  const start = startOf(kind, day);
  return kind === 'weekly' ? addDays(start, 7) : addMonths(start, 1);
};

/** What a report speaks of: what has been, and until when it looks ahead. */
export type Span = Period & { dueUntil: CivilDate };

/** Of a report that is asked for on a day: the seven days, or the month, up to it, and as much ahead. */
export const spanUpTo = (kind: ReportKind, today: CivilDate): Span =>
  kind === 'weekly'
    ? { from: addDays(today, -6), to: today, dueUntil: addDays(today, 7) }
    : { from: addDays(addMonths(today, -1), 1), to: today, dueUntil: addMonths(today, 1) };
