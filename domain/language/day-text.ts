import { type Calendar, isProvisional } from '../calendar/calendar';
import type { CivilDate } from '../calendar/civil';
import type { Words } from './words';

/** A date as people read it, with the mark that it is provisional (暂定) where it is. */
export const dayText = (date: CivilDate | undefined, calendar: Calendar, words: Words): string => {
  if (date === undefined) return words.date.none;
  return `${date}${isProvisional(calendar, date) ? words.date.provisional : ''}`;
};
