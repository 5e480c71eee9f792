import type { Refusal } from '../refusal';
import type { Command } from './command';
import type { LogEntry } from './log';
import { mattersSince } from './matters';

/** How many entries a refusal names. */
const NAMED = 5;

/** Why a decision is outdated: something that matters to it has come since its author looked at the item. */
export const outdated = (
  { type, seen }: Pick<Command, 'type' | 'seen'>,
  log: readonly LogEntry[],
): Refusal | undefined => {
  const came = seen === undefined ? [] : mattersSince(type, seen, log);
  if (came.length === 0) return undefined;
  const entries = came.slice(0, NAMED);
  return { type: 'SeenTooOld', command: type, entries, more: came.length - entries.length };
};
