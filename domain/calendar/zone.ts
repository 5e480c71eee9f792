import { z } from 'zod';
import type { CivilDate } from './civil';

/** Epoch milliseconds, UTC. */
export const Instant = z.number().int().brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** A time of day in minutes since midnight, written `HH:MM`. */
export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand<'TimeOfDay'>();
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/**
 * Asia/Shanghai has kept UTC+8 without summer time since 1991, so the offset is a constant here:
 * `Intl` would tie replays to the time-zone data of the Node that runs them.
 */
const OFFSET = 8 * 3_600_000;

export const instant = (ms: number): Instant => Math.round(ms) as Instant;

const minutes = (time: TimeOfDay) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The instant of a time of day (midnight by default) on a civil date. */
export const instantOf = (date: CivilDate, time = '00:00' as TimeOfDay): Instant =>
  instant(Date.parse(`${date}T00:00:00Z`) - OFFSET + minutes(time) * 60_000);

/** The civil date that an instant falls on. */
export const civilOf = (at: Instant): CivilDate =>
  new Date(at + OFFSET).toISOString().slice(0, 10) as CivilDate;

/** The time of day of an instant, `HH:MM`. */
export const timeOf = (at: Instant): TimeOfDay =>
  new Date(at + OFFSET).toISOString().slice(11, 16) as TimeOfDay;

/** `YYYY-MM-DD HH:MM` in the round's zone, for people. */
export const readable = (at: Instant): string => `${civilOf(at)} ${timeOf(at)}`;
