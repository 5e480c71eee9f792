import type { Instant } from '../calendar/zone';
import { openSigned, parseJws } from '../identity';
import { readCanonical } from '../identity/canonical-text';
import type { Refusal } from '../refusal';
import { Command } from './command';
import type { Proof } from './log';
import type { ItemContext } from './state';

/** A command with the proof of who gives it: his word, or his signature (compact JWS, see `identity/`). */
export type Submission = { claimed: Command } | { jws: string };

/** A command, and how it is known who gives it. What the item makes of it is another question. */
export type Identified = { command: Command; proof: Proof };

const commandIn = (value: unknown): { command: Command } | { refusal: Refusal } => {
  const parsed = Command.safeParse(value);
  if (parsed.success) return { command: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  return { refusal: { type: 'InvalidCommand', faults } };
};

/** What a JWS says, before anybody has looked whether its signature is true. */
const statedIn = (jws: string): { command: Command } | { refusal: Refusal } => {
  const parsed = parseJws(jws);
  if ('fault' in parsed) return { refusal: { type: 'BadSignature', fault: parsed.fault } };
  const read = readCanonical(parsed.payload);
  return read ? commandIn(read.value) : { refusal: { type: 'BadSignature', fault: 'not-canonical' } };
};

const identifySigned = (
  jws: string,
  { roster }: Pick<ItemContext, 'roster'>,
  now: Instant,
): Identified | { refusal: Refusal } => {
  const stated = statedIn(jws);
  if ('refusal' in stated) return stated;
  const { by } = stated.command;
  const person = roster.people.find(({ id }) => id === by);
  if (!person) return { refusal: { type: 'UnknownPerson', person: by } };
  const opened = openSigned(jws, person.keys ?? [], now);
  return 'fault' in opened
    ? { refusal: { type: 'BadSignature', fault: opened.fault } }
    : { command: stated.command, proof: { identity: 'signed', jws } };
};

/**
 * The command in whatever was submitted, and who is known to give it; or why it is not taken. The keys are those
 * of the person whom the command names, at the round's `now`; a deputy signs with his own.
 */
export const identify = (
  submission: unknown,
  context: Pick<ItemContext, 'roster' | 'policy'>,
  now: Instant,
): Identified | { refusal: Refusal } => {
  const given: { claimed?: unknown; jws?: unknown } =
    typeof submission === 'object' && submission !== null ? submission : {};
  if (typeof given.jws === 'string') return identifySigned(given.jws, context, now);
  const claimed = commandIn(given.claimed);
  if ('refusal' in claimed) return claimed;
  return context.policy.identity === 'signed'
    ? { refusal: { type: 'SignatureRequired', by: claimed.command.by } }
    : { ...claimed, proof: { identity: 'claimed' } };
};
