import { addWorkingDays } from '../calendar/calendar';
import { nextMailInstant, opening } from '../calendar/working-hours';
import { civilOf, type Instant } from '../calendar/zone';
import type { PersonId } from '../../base/ids';
import { kidOf } from '../identity/jws';
import type { EventType } from '../item/event';
import type { Author, LogEntry } from '../item/log';
import type { ItemContext } from '../item/state';
import { nameOf, personIn } from '../round/offices';
import type { Decided } from './notice';

type Entry = Pick<LogEntry, 'at' | 'author' | 'event'>;

/** The decision that an event comes of. */
export const DECISION: Partial<Record<EventType, Decided['command']>> = {
  approved: 'approve',
  returned: 'return',
  accepted: 'accept',
  'stage-accepted': 'accept-stage',
  'extension-granted': 'grant-extension',
  'extension-refused': 'refuse-extension',
  withdrawn: 'withdraw',
  reopened: 'reopen',
  'proposal-issued': 'issue-proposal',
  'proposal-dropped': 'drop-proposal',
};

/** What is told of a decision to its author, and to whom they stood in for, and when. */
export type Confirmation = { slot: Instant; to: { person: PersonId; decided: Decided }[] };

/** The name of the key that has signed; nothing where a person was taken at their word. */
const keyOf = (author: Author): string | undefined =>
  author.identity === 'signed' ? kidOf(author.jws) : undefined;

/** Whether a key of the author has become good so recently that its owner may not know of it. */
const isYoung = (kid: string | undefined, author: Author, at: Instant, context: ItemContext): boolean => {
  const { roster, calendar, policy } = context;
  const key = personIn(roster, author.by)?.keys?.find((one) => one.kid === kid);
  if (!key || !policy.confirm) return false;
  return civilOf(at) < addWorkingDays(calendar, civilOf(key.from), policy.confirm.youngKeyWorkingDays);
};

/** When it is told at the latest, if no digest goes out to its reader before. */
const atTheLatest = (
  { calendar, policy: { mail } }: ItemContext,
  at: Instant,
  workingDays: number,
): Instant => opening(calendar, mail, addWorkingDays(calendar, civilOf(at), workingDays));

/**
 * How a decision is confirmed: to its author, and to whom its author stood in for, in the next digest that goes out to
 * them anyway, and after some working days in one of its own; at once where the key that has signed it is young. Nothing for
 * what decides nothing, or where the policy confirms nothing.
 */
export const confirmationOf = (
  { at, author, event }: Entry,
  context: ItemContext,
): Confirmation | undefined => {
  const { roster, policy, calendar } = context;
  // Of a whole round that is undone its own mail tells, once.
  const isOfRound = event.type === 'withdrawn' && event.undone !== undefined;
  const command = isOfRound ? undefined : DECISION[event.type];
  if (!author || !command || policy.confirm?.decisions !== 'digest') return undefined;
  const { by, onBehalfOf } = author;
  const key = keyOf(author);
  const decided = { command, at, ...(key !== undefined && { key: key.slice(0, 8) }) };
  const to = onBehalfOf
    ? [
        { person: by, decided: { ...decided, principal: nameOf(onBehalfOf, roster) } },
        { person: onBehalfOf, decided: { ...decided, deputy: nameOf(by, roster) } },
      ]
    : [{ person: by, decided }];
  return {
    to: to.filter(({ person }) => personIn(roster, person)),
    slot: isYoung(key, author, at, context)
      ? nextMailInstant(calendar, policy.mail, at)
      : atTheLatest(context, at, policy.confirm.withinWorkingDays),
  };
};
