import type { Refusal } from '../refusal';
import { fullLog } from './full-log';

/**
 * A verdict on a command that comes for the first time: what the rules say, unless the command is not admitted.
 * Replay decides again what a history has accepted, but does not admit it again. So a refusal that existing histories
 * do not know belongs here, not in the rules, or they could not be replayed.
 */
export const admitted = <V extends object>(
  verdict: V | { refusal: Refusal },
  command: { type: string },
  log: readonly object[],
): V | { refusal: Refusal } => {
  if ('refusal' in verdict) return verdict;
  const refusal = fullLog(command, log);
  return refusal ? { refusal } : verdict;
};
