import { type CivilDate, daysBetween } from '../../domain/calendar/civil';
import type { Words } from '../../domain/language';

export { dayText } from '../../domain/language/day-text';

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
