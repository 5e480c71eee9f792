import { type Calendar, isProvisional } from '../../domain/calendar/calendar';
import { type CivilDate, daysBetween } from '../../domain/calendar/civil';
import type { Words } from '../../domain/language';

/** A date as people read it, with the mark that it is provisional (暂定) where it is. */
export const dayText = (date: CivilDate | undefined, calendar: Calendar, words: Words): string => {
  if (date === undefined) return words.date.none;
  return `${date}${isProvisional(calendar, date) ? words.date.provisional : ''}`;
};

/** How many days are left to a date, or how many it is past. */
export const daysText = (date: CivilDate | undefined, today: CivilDate, words: Words): string =>
  date === undefined ? '' : words.date.left(daysBetween(today, date));
