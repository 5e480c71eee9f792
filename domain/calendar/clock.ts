import { z } from 'zod';
import { Instant, instant } from './zone';

/**
 * How a round's time (domain) runs beside the server's (real), both in epoch milliseconds.
 * In production they are the same. A drill (演练) starts at `domain` when real time is `real`,
 * stands still before that, and then runs `rate` times as fast.
 */
export const Clock = z.object({
  real: Instant,
  domain: Instant,
  rate: z.number().min(1).max(1_000_000),
  /** Names the drill; absent in production. */
  drill: z.string().min(1).max(64).optional(),
});
export type Clock = z.infer<typeof Clock>;

export const REAL_TIME: Clock = { real: instant(0), domain: instant(0), rate: 1 };

export const isDrill = (clock: Clock): boolean => clock.drill !== undefined;

/** The round's time at a real instant, in whole milliseconds that have passed. */
export const domainTime = (clock: Clock, real: number): Instant =>
  instant(clock.domain + Math.floor(Math.max(0, real - clock.real) * clock.rate));

/**
 * The first real millisecond, from the clock's origin on, at which the round's clock has reached `at`:
 * a timer that fires then never finds the clock just short of it.
 */
export const realTime = (clock: Clock, at: Instant): Instant => {
  if (at <= clock.domain) return clock.real;
  let real = clock.real + Math.ceil((at - clock.domain) / clock.rate);
  // The quotient is rounded, so it may be a millisecond off either way.
  while (domainTime(clock, real - 1) >= at) real -= 1;
  while (domainTime(clock, real) < at) real += 1;
  return instant(real);
};
