import { z } from 'zod';
import { Sha256 } from '../../base/ids';
import { Instant } from '../calendar/zone';
import type { LogEntry } from '../item/log';

/** How far the log of an item went: its last entry, to which all before are chained. */
export const LogHead = z.object({
  entries: z.number().int().positive(),
  hash: Sha256,
  /** When the last entry was made, by the round's time. */
  at: Instant,
});
export type LogHead = z.infer<typeof LogHead>;

/**
 * The log of an item did not go on from where the round had seen it: `from` is not in the log that ends with `to`. Only
 * whoever administers the Temporal server can do that, by a reset.
 */
export const LogWentBack = z.object({ cycle: z.number().int().positive(), from: LogHead, to: LogHead });
export type LogWentBack = z.infer<typeof LogWentBack>;

/** How far the first `entries` of a log go; undefined for none. */
export const headOf = (log: readonly LogEntry[], entries: number): LogHead | undefined => {
  const last = log[entries - 1];
  return last && { entries, hash: last.hash, at: last.at };
};

/** Whether a log has all that ended with this head. */
export const holds = (
  log: readonly Pick<LogEntry, 'hash'>[],
  head: Pick<LogHead, 'entries' | 'hash'>,
): boolean => log[head.entries - 1]?.hash === head.hash;

type Reported = { version: number; logHead: LogHead };

/**
 * Whether two reports can be of one log, in whatever order they came: the later report tells no shorter log, and none that
 * ended earlier. After a reset the versions begin again where it went back to, while time does not.
 */
export const areOfOneLog = (one: Reported, other: Reported): boolean => {
  const [a, b] = [one.logHead, other.logHead];
  const entries = Math.sign(a.entries - b.entries);
  if (entries === 0) return a.hash === b.hash;
  const [version, at] = [Math.sign(one.version - other.version), Math.sign(a.at - b.at)];
  return version === entries && (at === 0 || at === entries);
};

/**
 * Whether a log went back, by what the round knows: it has said so, or it had seen what is not in this log, read later.
 */
export const wentBackIn = (
  known: { cycle: number; logHead?: LogHead | undefined; logWentBack?: LogWentBack | undefined },
  { state: { cycle }, log }: { state: { cycle: number }; log: readonly LogEntry[] },
): LogWentBack | undefined => {
  if (known.logWentBack) return known.logWentBack;
  const [from, to] = [known.logHead, headOf(log, log.length)];
  if (!from || !to || known.cycle !== cycle || holds(log, from)) return undefined;
  return { cycle, from, to };
};
