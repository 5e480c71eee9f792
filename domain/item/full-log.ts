import { utf8ToBytes } from '@noble/hashes/utils';
import type { Refusal } from '../refusal';
import type { RoundCommandType } from '../round/command';
import type { CommandType } from './command';

/**
 * From this many octets of JSON on a log takes short texts only. It is passed whole from run to run and to the archive,
 * in a Temporal payload of at most 2 MiB, which must also hold the rest of the item and what short texts still come.
 */
const FULL = 1_048_576;

/**
 * From here on it takes nothing of what can be repeated, not even short: what is left is for what takes the item to its end. Texts that
 * cannot be made smaller then fill three quarters of a payload, ordinary ones a third.
 */
const CLOSED = 1_572_864;

/** Commands that leave an item or a round where it is, or take it back, however often they are given. */
const TALK: ReadonlySet<string> = new Set([
  'report-progress',
  'withdraw-evidence',
  'record-result',
  'correct-result',
  'withdraw-closure',
  'ask',
  'urge',
  'resend',
  'comment',
  'register-people',
  'new-calendar',
  'new-policy',
  'file-document',
  'attest',
] satisfies (CommandType | RoundCommandType)[]);

/** In UTF-16 units. */
const SHORT = 300;

/** Of a whole command, in octets of JSON: short texts, and what else a command says of a few people, fit. */
const SMALL = 4096;

const octetsOf = (value: object): number => utf8ToBytes(JSON.stringify(value)).length;

/** Why a log takes no more evidence of a measure that has some. */
export const fullOfEvidence = (title: string, log: readonly object[]): Refusal | undefined =>
  octetsOf(log) >= CLOSED ? { type: 'LogFull', most: 0, given: title.length } : undefined;

const tooLarge = (command: object, log: readonly object[], full: number): Refusal | undefined => {
  const given = octetsOf(command);
  return given > SMALL && octetsOf(log) >= full
    ? { type: 'LogFull', most: SMALL, given, whole: true }
    : undefined;
};

/** Why a log does not take a command, or what it says. */
export const fullLog = (command: { type: string }, log: readonly object[]): Refusal | undefined => {
  const texts = Object.values(command).filter((value) => typeof value === 'string');
  const given = Math.max(...texts.map(({ length }) => length));
  if (TALK.has(command.type) && octetsOf(log) >= CLOSED)
    return { type: 'LogFull', most: 0, given, ...('round' in command && { round: true }) };
  if (given > SHORT && octetsOf(log) >= FULL) return { type: 'LogFull', most: SHORT, given };
  return tooLarge(command, log, FULL);
};

/**
 * Why an item does not take in what its round has taken: its own log is so full that a large one might be too much for a
 * payload. Small ones, keys among them, it always hears.
 */
export const fullForRound = (command: object, log: readonly object[]): Refusal | undefined =>
  tooLarge(command, log, CLOSED);
