import type { CivilDate } from '../../domain/calendar/civil';
import { type Instant, instantOf, TimeOfDay } from '../../domain/calendar/zone';

/** A time of day, in the round's zone, on a date. */
export const at = (date: string, time = '09:00'): Instant =>
  instantOf(date as CivilDate, TimeOfDay.parse(time));
