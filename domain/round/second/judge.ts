import type { Instant } from '../../calendar/zone';
import type { Received } from '../../identity';
import type { Author } from '../../item/log';
import type { PassedOn } from '../../item/passed-on';
import type { Refusal } from '../../refusal';
import { planMoved } from '../amend/decide';
import { decideRound } from '../decide';
import type { RoundEvent } from '../event';
import { judgeSecond } from '../keys/countersign';
import { inForceFrom, standingKeys } from '../keys/proposals';
import type { RoundState } from '../rule';
import type { OpeningSigner } from '../two-offices';
import { undoneBefore } from '../undo/undone';
import { standingAsked } from './asked';
import type { SecondFault } from './faults';
import { notByTwo, signedByTwo, statedIn, type TwoSigned } from './two-signed';

/** What a second signature brings, unless it was given before. `pass`: what items are to hear at once. */
export type Second = {
  signers: OpeningSigner[];
  /** When what both have signed takes effect. */
  from: Instant;
  enters?: { event: RoundEvent; author: Author; pass?: PassedOn };
};

type Judged = Second | { refusal: Refusal };

const secondOfKey = (jws: string, { log, head, calendar }: RoundState, now: Instant): Judged => {
  const judged = judgeSecond(jws, { standing: standingKeys(log), roster: head.roster }, now);
  if ('refusal' in judged) return judged;
  const { proposal, signers } = judged;
  const { command, person, key, entry: proposed, second } = proposal;
  const from = second?.from ?? inForceFrom(now, calendar);
  const by = signers[1]?.person;
  if (second || by === undefined) return { signers, from };
  const event: RoundEvent = { type: 'key-countersigned', person, kid: key.kid, proposed, from };
  return { signers, from, enters: { event, author: { by, command, identity: 'signed', jws } } };
};

/** The answer to a second signature that was carried out before; undefined where none was. */
const answered = (
  jws: string,
  { id }: TwoSigned,
  { log, head }: RoundState,
): Judged | { fault: SecondFault } | undefined => {
  const asked = log.find(({ event, author }) => event.type === 'second-asked' && author?.command === id);
  const done = log.find(
    ({ event }) => 'asked' in event && event.type !== 'second-lapsed' && event.asked === asked?.seq,
  );
  if (asked?.author?.identity !== 'signed' || done?.author?.identity !== 'signed') return undefined;
  if (done.author.jws !== jws) return { fault: 'already-signed' };
  const both: Received[] = [
    { jws: asked.author.jws, at: asked.at },
    { jws, at: done.at },
  ];
  const found = signedByTwo(both, head.roster);
  return 'fault' in found ? found : { signers: found.signers, from: done.at };
};

/** What has been done instead of what was asked once, and does not wait any more. */
const overtaken = (
  stated: Exclude<TwoSigned, { type: 'propose-key' }>,
  state: RoundState,
): Refusal | undefined => {
  const wasAsked = state.log.some(
    ({ event, author }) => event.type === 'second-asked' && author?.command === stated.id,
  );
  if (!wasAsked) return undefined;
  return (stated.type === 'amend' ? planMoved(stated, state) : undefined) ?? undoneBefore(state);
};

const secondOf = (
  stated: Exclude<TwoSigned, { type: 'propose-key' }>,
  jws: string,
  state: RoundState,
  now: Instant,
): Judged => {
  const untrusted = (fault: SecondFault): Judged => ({ refusal: notByTwo(jws, fault) });
  const before = answered(jws, stated, state);
  if (before) return 'fault' in before ? untrusted(before.fault) : before;
  const asked = standingAsked(state.log).find(({ command }) => command === stated.id);
  if (!asked || now >= asked.until) {
    const refusal = overtaken(stated, state);
    return refusal ? { refusal } : untrusted('nothing-waits');
  }
  const { jws: one, at } = asked.first;
  const both: [Received, Received] = [
    { jws: one, at },
    { jws, at: now },
  ];
  const found = signedByTwo(both, state.head.roster);
  if ('fault' in found) return untrusted(found.fault);
  const { command, signers } = found;
  const by = signers[1]?.person;
  if (by === undefined) return untrusted('unsigned');
  const verdict = decideRound(command, { ...state, seconded: asked.entry }, now);
  if ('refusal' in verdict) return verdict;
  const author: Author = { by, command: command.id, identity: 'signed', jws };
  const pass = { countersigned: both, since: now };
  return { signers, from: now, enters: { event: verdict.event, author, pass } };
};

/** What a second signature does to a round that takes commands, or why it is not taken. */
export const judgeAnySecond = (jws: string, state: RoundState, now: Instant): Judged => {
  const stated = statedIn(jws);
  return 'fault' in stated || stated.type === 'propose-key'
    ? secondOfKey(jws, state, now)
    : secondOf(stated, jws, state, now);
};
