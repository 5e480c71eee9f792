import { z } from 'zod';
import { addDays, CivilDate, weekday, yearOf } from './civil';

/**
 * A snapshot of the State Council's yearly schedules: the weekdays that are off and the weekend days
 * that are worked (调休). A year outside `published` is provisional (暂定): plain weekends, to be
 * computed again when its schedule is known.
 */
export const Calendar = z.object({
  version: z.string().min(1),
  published: z.array(z.number().int()),
  holidays: z.array(CivilDate),
  makeUpDays: z.array(CivilDate),
  /** The last days of a published year, which the schedule of the next, not known yet, may still change. */
  unsettled: z.array(CivilDate).optional(),
});
export type Calendar = z.infer<typeof Calendar>;

export const isWorkingDay = (calendar: Calendar, date: CivilDate): boolean => {
  if (calendar.makeUpDays.includes(date)) return true;
  if (calendar.holidays.includes(date)) return false;
  const day = weekday(date);
  return day !== 0 && day !== 6;
};

/** True where the date rests on a year without a published schedule, or on days that such a year may change. */
export const isProvisional = ({ published, unsettled = [] }: Calendar, date: CivilDate): boolean =>
  !published.includes(yearOf(date)) || unsettled.includes(date);

/** The years whose schedules some dates wait for, in order. */
export const schedulesMissing = (calendar: Calendar, dates: readonly CivilDate[]): number[] => {
  const years = dates
    .filter((date) => isProvisional(calendar, date))
    .map((date) => (calendar.published.includes(yearOf(date)) ? yearOf(date) + 1 : yearOf(date)));
  return [...new Set(years)].sort((a, b) => a - b);
};

/** The `n`-th working day after (before, when negative) a date that need not be one itself. */
export const addWorkingDays = (calendar: Calendar, date: CivilDate, n: number): CivilDate => {
  const step = Math.sign(n);
  let day = date;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
};

/** How many working days lie after `from`, up to and with `to`; none when `to` is not later. */
export const workingDaysAfter = (calendar: Calendar, from: CivilDate, to: CivilDate): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) count += 1;
  return count;
};

/** The date itself when it is worked, else the nearest working day after it. */
export const onOrAfter = (calendar: Calendar, date: CivilDate): CivilDate =>
  isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);

/** The date itself when it is worked, else the nearest working day before it. */
export const onOrBefore = (calendar: Calendar, date: CivilDate): CivilDate =>
  isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, -1);
