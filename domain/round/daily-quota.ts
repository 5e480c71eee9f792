import { civilOf, type Instant } from '../calendar/zone';
import { mostADay, quotaReached } from '../item/daily-quota';
import type { Refusal } from '../refusal';
import type { RoundCommand, RoundCommandType } from './command';
import { causeOf, type RoundEvent } from './event';
import type { Policy } from './policy';
import type { RoundState, Tried } from './rule';

/** How often a person may give each kind of command to a round in a day, in the terms of a policy. */
const QUOTA: Readonly<Record<RoundCommandType, keyof Policy['daily']>> = {
  // Each may bring twenty people, and tells them.
  'register-people': 'talk',
  'replace-person': 'talk',
  // A first key is registered for each person by itself.
  'replace-key': 'work',
  'propose-key': 'talk',
  'revoke-key': 'talk',
  amend: 'work',
  'undo-import': 'talk',
  'new-calendar': 'talk',
  'new-policy': 'talk',
  'issue-proposal': 'work',
  'drop-proposal': 'work',
  reopen: 'work',
  restore: 'talk',
  'file-document': 'work',
  'publish-notice': 'talk',
  attest: 'talk',
  'close-round': 'talk',
};

/** The second signature under a new key is not a command, and counts for nobody. */
const countedAs = (event: RoundEvent): RoundCommandType | undefined =>
  event.type === 'key-countersigned' || 'asked' in event ? undefined : causeOf(event);

/**
 * What is remembered of the day's commands that came to nothing, with one more. A needless restoring alone is refused only after
 * the round has asked the server, which is in its history all the same.
 */
export const triedToday = <M extends { tried?: Tried[] }>(
  memory: M,
  { by, type }: RoundCommand,
  { refusal, at }: { refusal: Refusal; at: Instant },
): M => {
  if (refusal.type !== 'NotLost') return memory;
  const today = (memory.tried ?? []).filter((one) => civilOf(one.at) === civilOf(at));
  return { ...memory, tried: [...today, { by, type, at }] };
};

/**
 * Refuses a command given too often today, as of an item: whoever has got hold of a key of the office must not fill the log
 * of a round, nor everybody's mail. Commands that were taken and refused only later count like those that were carried out.
 */
export const roundQuota = (
  command: RoundCommand,
  { head, log, tried = [] }: Pick<RoundState, 'head' | 'log' | 'tried'>,
  now: Instant,
): Refusal | undefined => {
  const { type, by } = command;
  const today = civilOf(now);
  const failed = tried.filter((one) => one.type === type && one.by === by && civilOf(one.at) === today);
  const most = mostADay(head.policy, QUOTA[type]);
  const isOne = (event: RoundEvent) => countedAs(event) === type;
  return quotaReached({ command, most, before: failed.length, isOne }, log, today);
};
