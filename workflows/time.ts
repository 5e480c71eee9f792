import { type Clock, isDrill } from '../domain/calendar/clock';
import { type Instant, readable } from '../domain/calendar/zone';

/** How an activity is tried again for as long as it takes: what it needs will be back some day. */
export const PATIENT = {
  initialInterval: '1 second',
  backoffCoefficient: 2,
  maximumInterval: '2 minutes',
} as const;

/** The real time of this workflow task: the same on every replay. */
export const realNow = (): number => new Date().getTime();

/** A timer's summary in the Temporal UI. */
export const wakeSummary = (what: string, at: Instant, clock: Clock): string =>
  `${isDrill(clock) ? '【演练】' : ''}${what} ${readable(at)}`;
