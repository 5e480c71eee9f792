import type { Instant } from '../calendar/zone';
import { admitted } from './admission';
import type { Command } from './command';
import { decide } from './decide';
import type { LogEntry } from './log';
import { objectionToNew } from './rules/first-time';
import type { Found, Verdict } from './rules/rule';

/**
 * What a command that comes for the first time would do to an item, or why it would be refused: the rules (`decide`),
 * then whether it is admitted. Asked before it enters the history: by an item's validator, and earlier by whoever is
 * about to give it. Pure: `now` is the round's time.
 */
export const judge = (
  command: Command,
  item: Found & { log: readonly LogEntry[] },
  now: Instant,
): Verdict => {
  const verdict = admitted(decide(command, item, now), command, item.log);
  if ('refusal' in verdict) return verdict;
  const refusal = objectionToNew(command, item, now);
  return refusal ? { refusal } : verdict;
};
