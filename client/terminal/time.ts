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

const UNITS = ['B', 'KiB', 'MiB', 'GiB'] as const;

/** Octets for people: `417 KiB`. */
export const sizeText = (octets: number): string => {
  let size = octets;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit] ?? ''}`;
};
