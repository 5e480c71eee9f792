import { type CivilDate, daysBetween } from '../../../domain/calendar/civil';
import type { Words } from '../../../domain/language';

export { dayText } from '../../../domain/language/day-text';

/** How many days are left to a date, or how many it is past. */
export const daysText = (date: CivilDate | undefined, today: CivilDate, words: Words): string =>
  date === undefined ? '' : words.date.left(daysBetween(today, date));
