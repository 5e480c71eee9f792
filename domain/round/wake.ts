import { type Clock, domainTime, realTime } from '../calendar/clock';
import type { Instant } from '../calendar/zone';
import type { BlockedStart } from './blocked';

/** An instant at which a round wakes by itself. */
export type RoundWake = { wake: Instant; real: number };

/** The first instant at which something comes of keys that wait or a report is to be made (`due`), or a life that could not be started is tried again. */
export const nextWake = (
  due: readonly Instant[],
  blocked: readonly BlockedStart[] | undefined,
  clock: Clock,
): RoundWake | undefined => {
  const all: RoundWake[] = [
    ...due.map((wake) => ({ wake, real: realTime(clock, wake) })),
    ...(blocked ?? []).map(({ again: real }) => ({ wake: domainTime(clock, real), real })),
  ];
  const [first, ...others] = all;
  return first && others.reduce((a, b) => (b.real < a.real ? b : a), first);
};
