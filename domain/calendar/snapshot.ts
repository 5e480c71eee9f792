import schedule from 'chinese-days/dist/chinese-days.json';
import { version as release } from 'chinese-days/package.json';
import { z } from 'zod';
import type { Calendar } from './calendar';
import { CivilDate, weekday, yearOf } from './civil';

/**
 * What an office knows better than the library, from a file of its own: a schedule published since
 * (`published` names its year), local closures and days worked. `version` becomes part of the
 * snapshot's, so that an archive tells by which calendar a date was computed.
 */
export const CalendarOverrides = z
  .strictObject({
    version: z.string().min(1).max(64),
    published: z.array(z.number().int()).optional(),
    holidays: z.array(CivilDate),
    makeUpDays: z.array(CivilDate),
  })
  .superRefine(({ holidays, makeUpDays }, context) => {
    makeUpDays.forEach((day, index) => {
      if (holidays.includes(day))
        context.addIssue({
          code: 'custom',
          path: ['makeUpDays', index],
          message: 'off-and-worked',
          input: day,
        });
    });
  });
export type CalendarOverrides = z.infer<typeof CalendarOverrides>;

/*
 * Reads the library's data instead of calling it: west of Greenwich its functions answer for the day before.
 * They also answer for years that it knows nothing of.
 */
const daysOf = (table: Record<string, string>): CivilDate[] => Object.keys(table) as CivilDate[];
const HOLIDAYS = daysOf(schedule.holidays);
const MAKE_UP_DAYS = daysOf(schedule.workdays);

/** A year's schedule is there when its National Day is; a stray day of a neighbouring year's is not enough. */
const PUBLISHED = HOLIDAYS.filter((day) => day.endsWith('-10-01')).map(yearOf);

/** New Year's holiday is one of the next year's schedule, and has begun as early as the 30th, worked for on the 29th. */
const BEFORE_NEW_YEAR = ['12-29', '12-30', '12-31'];

const isWeekend = (date: CivilDate) => weekday(date) % 6 === 0;

/** The library's days without those that the office overrides, and with the office's own. */
const merge = (known: CivilDate[], contrary: CivilDate[], own: CivilDate[]): CivilDate[] => {
  const denied = new Set(contrary);
  return [...new Set([...known.filter((day) => !denied.has(day)), ...own])].sort();
};

/**
 * The working days of all years from that of `from` to that of `to`, as plain JSON for a round's input:
 * weekdays off and weekend days worked, in order; about 25 dates and 400 bytes a year. Whole years,
 * because `published` vouches for whole years: a date in a year that the snapshot does not hold is
 * provisional, never silently wrong. `version` is `chinese-days-<release>[+<version of the overrides>]`.
 * Throws a RangeError when `to` is before `from`.
 * Source: the State Council's yearly notices on holidays, 2004 to 2026, as collected by `chinese-days`.
 */
export const snapshotCalendar = ({
  from,
  to,
  overrides,
}: {
  from: CivilDate;
  to: CivilDate;
  overrides?: CalendarOverrides | undefined;
}): Calendar => {
  if (to < from) throw new RangeError(`a calendar cannot run from ${from} to ${to}`);
  const holds = (year: number) => yearOf(from) <= year && year <= yearOf(to);
  const within = (day: CivilDate) => holds(yearOf(day));
  const own: Partial<CalendarOverrides> = overrides ?? {};
  const { version, published = [], holidays = [], makeUpDays = [] } = own;
  const known = [...new Set([...PUBLISHED, ...published])].sort((a, b) => a - b);
  const unsettled = known
    .filter((year) => holds(year) && !known.includes(year + 1))
    .flatMap((year) => BEFORE_NEW_YEAR.map((day) => CivilDate.parse(`${year}-${day}`)));
  return {
    version: `chinese-days-${release}${version === undefined ? '' : `+${version}`}`,
    published: known.filter(holds),
    ...(unsettled.length > 0 && { unsettled }),
    holidays: merge(HOLIDAYS, makeUpDays, holidays).filter((day) => within(day) && !isWeekend(day)),
    makeUpDays: merge(MAKE_UP_DAYS, holidays, makeUpDays).filter((day) => within(day) && isWeekend(day)),
  };
};
