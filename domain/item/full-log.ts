import { utf8ToBytes } from '@noble/hashes/utils';
import type { Refusal } from '../refusal';
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

/** Commands that leave an item where it is, or take it back, however often they are given. */
const TALK: ReadonlySet<string> = new Set([
  'report-progress',
  'withdraw-evidence',
  'withdraw-closure',
  'ask',
  'urge',
  'resend',
  'comment',
] satisfies CommandType[]);

/** In UTF-16 units. */
const SHORT = 300;

const octetsOf = (log: readonly object[]): number => utf8ToBytes(JSON.stringify(log)).length;

/** Why a log takes no more evidence of a measure that has some. */
export const fullOfEvidence = (title: string, log: readonly object[]): Refusal | undefined =>
  octetsOf(log) >= CLOSED ? { type: 'LogFull', most: 0, given: title.length } : undefined;

/** Why a log does not take a command, or what it says. */
export const fullLog = (command: { type: string }, log: readonly object[]): Refusal | undefined => {
  const texts = Object.values(command).filter((value) => typeof value === 'string');
  const given = Math.max(...texts.map(({ length }) => length));
  const isTalk = TALK.has(command.type);
  if (given <= SHORT && !isTalk) return undefined;
  const length = octetsOf(log);
  if (isTalk && length >= CLOSED) return { type: 'LogFull', most: 0, given };
  return given > SHORT && length >= FULL ? { type: 'LogFull', most: SHORT, given } : undefined;
};
