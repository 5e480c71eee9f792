import type { z } from 'zod';
import type { Instant } from '../calendar/zone';
import { openSigned, payloadIn, type Trust } from '../identity';
import type { PersonId, RoundId } from '../../base/ids';
import type { Refusal } from '../refusal';
import { RoundCommand } from '../round/command';
import { personIn } from '../round/offices';
import { Command } from './command';
import type { Proof } from './log';
import type { ItemContext } from './state';

/** A command with the proof of who gives it: a bare claim, or a signature (compact JWS, see `identity/`). */
export type Submission<C = Command | RoundCommand> = { claimed: C } | { jws: string };

/** A command, and how it is known who gives it. Whether it is allowed is decided later. */
export type Identified<C = Command> = { command: C; proof: Proof };

/** What people are known by. */
type Known = Pick<ItemContext, 'roster' | 'policy'>;

type Given = { by: PersonId };

const commandIn = <C>(schema: z.ZodType<C>, value: unknown): { command: C } | { refusal: Refusal } => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { command: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  return { refusal: { type: 'InvalidCommand', faults } };
};

/** What a JWS says, before its signature is checked. */
const statedIn = <C>(schema: z.ZodType<C>, jws: string): { command: C } | { refusal: Refusal } => {
  const said = payloadIn(jws);
  return 'fault' in said
    ? { refusal: { type: 'BadSignature', fault: said.fault } }
    : commandIn(schema, said.payload);
};

const identifySigned = <C extends Given>(
  schema: z.ZodType<C>,
  jws: string,
  { roster }: Known,
  now: Instant,
  trust: Trust | undefined,
): Identified<C> | { refusal: Refusal } => {
  const stated = statedIn(schema, jws);
  if ('refusal' in stated) return stated;
  const { by } = stated.command;
  const person = personIn(roster, by);
  if (!person) return { refusal: { type: 'UnknownPerson', person: by } };
  const opened = openSigned(jws, person.keys ?? [], now, trust);
  return 'fault' in opened
    ? { refusal: { type: 'BadSignature', fault: opened.fault } }
    : { command: stated.command, proof: { identity: 'signed', jws } };
};

const identifyAs =
  <C extends Given>(schema: z.ZodType<C>) =>
  (submission: unknown, known: Known, now: Instant, trust?: Trust): Identified<C> | { refusal: Refusal } => {
    const given: { claimed?: unknown; jws?: unknown } =
      typeof submission === 'object' && submission !== null ? submission : {};
    if (typeof given.jws === 'string') return identifySigned(schema, given.jws, known, now, trust);
    const claimed = commandIn(schema, given.claimed);
    if ('refusal' in claimed) return claimed;
    return known.policy.identity === 'signed'
      ? { refusal: { type: 'SignatureRequired', by: claimed.command.by } }
      : { ...claimed, proof: { identity: 'claimed' } };
  };

/**
 * The command in whatever was submitted to an item, and who is known to give it; or why it is not taken. The keys
 * are those of the person whom the command names, at the round's `now`; a deputy signs with their own. `trust`: that
 * the signature itself was found good at this very instant.
 */
export const identify = identifyAs(Command);

const identifyForRound = identifyAs(RoundCommand);

/** The same for a command to a round. An item checks again what its round passes on to it. */
export const identifyRound = (
  submission: unknown,
  known: Known & { round: { id: RoundId } },
  now: Instant,
  trust?: Trust,
): Identified<RoundCommand> | { refusal: Refusal } => {
  const found = identifyForRound(submission, known, now, trust);
  if ('refusal' in found || found.command.round === known.round.id) return found;
  return {
    refusal: { type: 'WrongRound', expected: known.round.id, given: found.command.round },
  };
};
