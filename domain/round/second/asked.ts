import type { ItemNumber, PersonId } from '../../../base/ids';
import type { Instant } from '../../calendar/zone';
import { kidOf } from '../../identity';
import type { LogEntry } from '../../item/log';
import type { RoundEvent } from '../event';
import type { Roster } from '../roster';
import { secondsFor } from './two-signed';
import type { TwoSignedType } from './types';

/** A command that waits for its second signature, as the first was signed. New keys wait for themselves (`keys/`). */
export type Asked = {
  /** Its entry in the log, and its command. */
  entry: number;
  command: string;
  type: TwoSignedType;
  first: { by: PersonId; jws: string; at: Instant };
  until: Instant;
  reason: string;
  items: ItemNumber[];
};

type Log = readonly LogEntry<RoundEvent>[];

const askedIn = ({ event, author, seq, at }: LogEntry<RoundEvent>): Asked[] => {
  if (event.type !== 'second-asked' || author?.identity !== 'signed') return [];
  const { command: type, until, reason, items } = event;
  const first = { by: author.by, jws: author.jws, at };
  return [{ entry: seq, command: author.command, type, first, until, reason, items }];
};

/**
 * Whether an event ends the waiting: the command is carried out, or lapses, its author asks anew, its key is revoked. What was asked of
 * a plan falls with it, and everything with the import.
 */
const ends = (event: RoundEvent, { entry, type, first }: Asked): boolean => {
  if (event.type === 'second-lapsed') return event.asked === entry;
  if (event.type === 'second-asked') return event.command === type;
  if (event.type === 'plan-amended') return type === 'amend';
  if (event.type === 'import-undone') return true;
  return event.type === 'key-revoked' && kidOf(first.jws) === event.kid;
};

/** The commands that wait for a second signature, as a log tells it. */
export const standingAsked = (log: Log): Asked[] => {
  let standing: Asked[] = [];
  for (const entry of log) {
    if (standing.length > 0) standing = standing.filter((one) => !ends(entry.event, one));
    standing = [...standing, ...askedIn(entry)];
  }
  return standing;
};

/** What the last entry of a log leaves nothing to sign of, besides what it carries out itself. */
export const overtakenBy = (log: Log): RoundEvent[] => {
  const last = log.at(-1);
  if (last?.event.type !== 'plan-amended' && last?.event.type !== 'import-undone') return [];
  const { event, seq: overtaken } = last;
  return standingAsked(log.slice(0, -1))
    .filter((one) => one.entry !== event.asked && ends(event, one))
    .map(({ type: command, entry: asked }) => ({ type: 'second-lapsed', command, asked, overtaken }));
};

/** What lapses of them by now. */
export const lapsedAsked = (log: Log, now: Instant): RoundEvent[] =>
  standingAsked(log).flatMap(({ type: command, entry: asked, until }) =>
    until <= now ? [{ type: 'second-lapsed', command, asked }] : [],
  );

/** One that waits, as everybody may see it. */
export type SecondWaiting = Pick<Asked, 'command' | 'type' | 'until' | 'reason' | 'items'> & {
  by: PersonId;
  /** Any one of whom may sign. */
  people: PersonId[];
};

export const secondsWaiting = (log: Log, roster: Roster): SecondWaiting[] =>
  standingAsked(log).map(({ command, type, first: { by }, until, reason, items }) => ({
    command,
    type,
    by,
    people: secondsFor(type, by, roster),
    until,
    reason,
    items,
  }));
