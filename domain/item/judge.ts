import type { Clock } from '../calendar/clock';
import type { Instant } from '../calendar/zone';
import { admitted } from './admission';
import { bindingObjection } from './binding';
import type { Command } from './command';
import { decide } from './decide';
import type { LogEntry } from './log';
import { outdated } from './outdated';
import { objectionToNew } from './rules/first-time';
import type { Found, Verdict } from './rules/rule';

/**
 * What a command that comes for the first time would do to an item, or why it would be refused: the rules (`decide`),
 * then whether it is admitted. Asked before it enters the history: by an item's validator, and earlier by whoever is
 * about to give it. Pure: `now` is the round's time.
 */
export const judge = (
  command: Command,
  item: Found & { log: readonly LogEntry[]; clock: Clock },
  now: Instant,
): Verdict => {
  const { log, clock, context } = item;
  const verdict = admitted(decide(command, item, now), command, log);
  if ('refusal' in verdict) return verdict;
  const subject = { identity: context.policy.identity, genesis: context.opening?.genesis, clock, log };
  const refusal =
    bindingObjection(command, subject, now) ?? outdated(command, log) ?? objectionToNew(command, item, now);
  return refusal ? { refusal } : verdict;
};
