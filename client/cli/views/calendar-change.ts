import { type Calendar, isProvisional, isWorkingDay } from '../../../domain/calendar/calendar';
import { type CivilDate, yearOf } from '../../../domain/calendar/civil';
import { isOpen } from '../../../domain/item/states';
import type { RoundLedger } from '../../../workflows/messages';

/** Every date on which something of an open item is due. */
export const dueDates = ({ rows }: Pick<RoundLedger, 'rows'>): CivilDate[] =>
  rows
    .filter(({ status }) => isOpen(status))
    .flatMap(({ deadline, review, sustaining }) => [
      ...(deadline ? [deadline] : []),
      ...(review ? [review.deadline] : []),
      ...(sustaining ? [sustaining.until, ...(sustaining.checkIn ? [sustaining.checkIn] : [])] : []),
    ]);

/** What changes with a new calendar, counted over what is due in a round. */
export type CalendarChange = {
  /** Years whose dates were provisional. */
  firm: number[];
  provisional: number;
  stillProvisional: number;
  /** Days that were worked, and days that were off, of years that both calendars hold. */
  off: CivilDate[];
  worked: CivilDate[];
};

const isInBoth = (before: Calendar, after: Calendar) => (day: CivilDate) =>
  before.published.includes(yearOf(day)) && after.published.includes(yearOf(day));

export const calendarChange = (
  before: Calendar,
  after: Calendar,
  due: readonly CivilDate[],
): CalendarChange => {
  const provisional = due.filter((day) => isProvisional(before, day));
  const named = [before, after].flatMap(({ holidays, makeUpDays }) => [...holidays, ...makeUpDays]);
  const days = [...new Set(named)].filter(isInBoth(before, after)).sort();
  const changed = days.filter((day) => isWorkingDay(before, day) !== isWorkingDay(after, day));
  return {
    firm: after.published.filter((year) => !before.published.includes(year)),
    provisional: provisional.length,
    stillProvisional: provisional.filter((day) => isProvisional(after, day)).length,
    off: changed.filter((day) => !isWorkingDay(after, day)),
    worked: changed.filter((day) => isWorkingDay(after, day)),
  };
};
