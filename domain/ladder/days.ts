import { addWorkingDays, type Calendar, onOrAfter, onOrBefore } from '../calendar/calendar';
import { addDays, type CivilDate } from '../calendar/civil';
import { civilOf, type Instant } from '../calendar/zone';
import type { Rung } from './rung';

/** A day that a rung counts from, and the instant since which it counts: nothing earlier is ever told. */
export type Anchor = { day: CivilDate; since: Instant };

/** When a rung of either ladder is reached. */
export type Days = Pick<Rung, 'offset' | 'unit' | 'every' | 'until'>;

/** The first day of a rung. Rungs after a deadline that had passed when it was set count from that day. */
const firstDay = (rung: Days, { day, since }: Anchor, calendar: Calendar): CivilDate => {
  if (rung.offset <= 0)
    return rung.unit === 'working'
      ? addWorkingDays(calendar, onOrBefore(calendar, day), rung.offset)
      : onOrBefore(calendar, addDays(day, rung.offset));
  const set = civilOf(since);
  const base = set > day ? set : day;
  return rung.unit === 'working'
    ? addWorkingDays(calendar, base, rung.offset)
    : onOrAfter(calendar, addDays(base, rung.offset));
};

/** Every day of a rung up to a day. */
export const daysOf = (rung: Days, anchor: Anchor, calendar: Calendar, until: CivilDate): CivilDate[] => {
  const last = rung.until === 'anchor' && anchor.day < until ? anchor.day : until;
  const days: CivilDate[] = [];
  let day: CivilDate | undefined = firstDay(rung, anchor, calendar);
  while (day !== undefined && day <= last) {
    days.push(day);
    day = rung.every === undefined ? undefined : addWorkingDays(calendar, day, rung.every);
  }
  return days;
};
