import { utf8ToBytes } from '@noble/hashes/utils';
import type { Refusal } from '../refusal';

/**
 * From this many octets of JSON on a log takes short texts only. It is passed whole from run to run and to the archive,
 * in a Temporal payload of at most 2 MiB, which must also hold the rest of the item and what short texts still come.
 */
const FULL = 1_048_576;

/** In UTF-16 units. */
const SHORT = 300;

/** Why a log does not take what a command says. */
export const fullLog = (command: object, log: readonly object[]): Refusal | undefined => {
  const texts = Object.values(command).filter((value) => typeof value === 'string');
  const longest = Math.max(...texts.map(({ length }) => length));
  if (longest <= SHORT || utf8ToBytes(JSON.stringify(log)).length < FULL) return undefined;
  return { type: 'LogFull', most: SHORT, given: longest };
};
