import { addWorkingDays, type Calendar } from '../../calendar/calendar';
import { civilOf, type Instant, instantOf } from '../../calendar/zone';
import type { PersonId } from '../../../base/ids';
import { kidOf } from '../../identity';
import type { KeyMaterial } from '../../identity/key';
import type { LogEntry } from '../../item/log';
import type { RoundEvent } from '../event';
import { holdersOf } from '../offices';
import type { Roster } from '../roster';

/** One of the two signatures under a new key, as it arrived. */
type Signed = { by: PersonId; jws: string; at: Instant };

/** A key that is to take the place of another: it waits for a second signature, or for the working day after that. */
export type KeyProposal = {
  /** Its entry in the log, and its command. */
  entry: number;
  command: string;
  person: PersonId;
  key: KeyMaterial;
  first: Signed;
  /** Until when it waits for the second. */
  until: Instant;
  /** `from`: when it takes effect. */
  second?: Signed & { from: Instant };
};

type Log = readonly LogEntry<RoundEvent>[];

const isSignedBy = (kid: string, { first, second }: KeyProposal): boolean =>
  [first, second].some((one) => one !== undefined && kidOf(one.jws) === kid);

const signedBy = ({ author, at }: LogEntry<RoundEvent>): Signed | undefined =>
  author?.identity === 'signed' ? { by: author.by, jws: author.jws, at } : undefined;

const proposed = (entry: LogEntry<RoundEvent>): KeyProposal[] => {
  const { event, seq, author } = entry;
  const first = signedBy(entry);
  if (event.type !== 'key-proposed' || !first || !author) return [];
  const { person, kid, x, until } = event;
  return [{ entry: seq, command: author.command, person, key: { kid, x } as KeyMaterial, first, until }];
};

const countersigned = (all: readonly KeyProposal[], entry: LogEntry<RoundEvent>): KeyProposal[] => {
  const { event } = entry;
  const second = signedBy(entry);
  if (event.type !== 'key-countersigned' || !second) return [...all];
  const { from } = event;
  return all.map((one) => (one.entry === event.proposed ? { ...one, second: { ...second, from } } : one));
};

/**
 * The keys that stand to be decided on, or to take effect, as a log tells it. One falls when it is revoked, when a key by which
 * it was signed is, and when its person gets another key.
 */
export const standingKeys = (log: Log): KeyProposal[] => {
  let standing: KeyProposal[] = [];
  for (const entry of log) {
    const { event } = entry;
    if (event.type === 'key-proposed') standing = [...standing, ...proposed(entry)];
    else if (event.type === 'key-countersigned') standing = countersigned(standing, entry);
    else if (event.type === 'key-lapsed') standing = standing.filter((one) => one.entry !== event.proposed);
    else if (event.type === 'key-replaced') standing = standing.filter((one) => one.person !== event.person);
    else if (event.type === 'key-revoked')
      standing = standing.filter((one) => one.key.kid !== event.kid && !isSignedBy(event.kid, one));
  }
  return standing;
};

/** When a key counts that was countersigned at an instant: a whole working day lies between. */
export const inForceFrom = (at: Instant, calendar: Calendar): Instant =>
  instantOf(addWorkingDays(calendar, civilOf(at), 2));

/** When something becomes of it by time alone. */
export const dueOf = ({ second, until }: KeyProposal): Instant => second?.from ?? until;

/** Who may give the second signature: nobody for a key of their own. */
const awaitedFor = ({ person, first }: KeyProposal, roster: Roster): PersonId[] => {
  const people = [...holdersOf('head', roster), ...holdersOf('oversight', roster)];
  return [...new Set(people)].filter((one) => one !== person && one !== first.by);
};

/** A key that waits, as everybody may see it. */
export type KeyWaiting = Pick<KeyProposal, 'command' | 'person'> & {
  kid: string;
  by: PersonId;
  /** Whom it waits for, and until when; or since when it counts. */
  waits: { people: PersonId[]; until: Instant } | { from: Instant };
};

export const waitingKeys = (log: Log, roster: Roster): KeyWaiting[] =>
  standingKeys(log).map((one) => ({
    command: one.command,
    person: one.person,
    kid: one.key.kid,
    by: one.first.by,
    waits: one.second ? { from: one.second.from } : { people: awaitedFor(one, roster), until: one.until },
  }));
