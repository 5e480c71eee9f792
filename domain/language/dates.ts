import { type CivilDate, weekday, yearOf } from '../calendar/civil';

/** A civil date taken apart: month 1-12, weekday 0 = Sunday. Languages write it as they do; nothing from Intl. */
export const partsOf = (date: CivilDate) => ({
  year: yearOf(date),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
  weekday: weekday(date),
});
