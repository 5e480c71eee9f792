import { type Instant, instant } from '../calendar/zone';
import type { Received } from '../identity';
import type { Refusal } from '../refusal';
import type { RoundCommand } from '../round/command';
import { notByTwo, signedByTwo } from '../round/second/two-signed';
import { type Identified, identifyRound, type Submission } from './identify';
import type { Proof } from './log';
import type { ItemContext } from './state';

/** What a round passes on to items: a command as it was signed, or one that two people have signed, and when. `since`: see `sinceIn`. */
export type PassedOn = (Submission<RoundCommand> | { countersigned: [Received, Received] }) & {
  since?: Instant;
};

/** When the round carried out what it passes on; of rounds of older versions it is when an item hears of it. Never later than that. */
export const sinceIn = (passed: unknown, now: Instant): Instant =>
  typeof passed === 'object' && passed !== null && 'since' in passed && typeof passed.since === 'number'
    ? instant(Math.min(passed.since, now))
    : now;

type Known = Pick<ItemContext, 'roster' | 'policy' | 'round'>;

const countersigned = (
  signatures: readonly Received[],
  { roster, round }: Known,
): Identified<RoundCommand> | { refusal: Refusal } => {
  const found = signedByTwo(signatures, roster);
  const [first, second] = signatures;
  if ('fault' in found) return { refusal: notByTwo(first?.jws, found.fault) };
  const { command, signers } = found;
  if (command.round !== round.id)
    return { refusal: { type: 'WrongRound', expected: round.id, given: command.round } };
  const by = signers[1]?.person;
  if (!first || !second || by === undefined) return { refusal: notByTwo(first?.jws, 'unsigned') };
  const proof: Proof = {
    identity: 'signed',
    jws: first.jws,
    countersigned: { first: first.at, by, jws: second.jws, at: second.at },
  };
  return { command, proof };
};

const isReceived = (one: unknown): one is Received =>
  typeof one === 'object' &&
  one !== null &&
  'jws' in one &&
  typeof one.jws === 'string' &&
  'at' in one &&
  typeof one.at === 'number';

/** The command in what a round has passed on, and who is known to give it: an item checks that again. */
export const identifyPassedOn = (
  passed: unknown,
  known: Known,
  now: Instant,
): Identified<RoundCommand> | { refusal: Refusal } => {
  if (typeof passed !== 'object' || passed === null || !('countersigned' in passed))
    return identifyRound(passed, known, now);
  const { countersigned: given } = passed;
  return countersigned(Array.isArray(given) ? given.filter(isReceived) : [], known);
};

/** One signature makes nobody a new key and undoes no import, also where the round has passed it on. */
export const lacksSecond = (
  { type, by, onBehalfOf }: RoundCommand,
  proof: Proof,
  { policy, roster }: Pick<ItemContext, 'policy' | 'roster'>,
): Refusal | undefined => {
  if ('countersigned' in proof) return undefined;
  if (type === 'propose-key') return { type: 'UntrustedKey', fault: 'unsigned' };
  if (type !== 'undo-import') return undefined;
  if (policy.identity === 'signed') return { type: 'NotCountersigned', command: type, fault: 'unsigned' };
  // Where people are taken at their word nobody signs: there the head gives it.
  return [by, onBehalfOf].includes(roster.head)
    ? undefined
    : { type: 'NotAuthorised', command: type, by, roles: ['head'] };
};

/**
 * How an item remembers that it has heard a command: what comes with one signature keeps nobody from passing on what two have signed,
 * later.
 */
export const heardAs = ({ id, type }: RoundCommand, proof: Proof): string =>
  type !== 'propose-key' && 'countersigned' in proof ? `${id}/two` : id;
