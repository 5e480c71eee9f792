import type { PersonId } from '../../base/ids';
import type { Instant } from '../calendar/zone';
import { canSign } from '../item/successor';
import type { Refusal } from '../refusal';
import type { RoundCommand } from './command';
import { standingKeys } from './keys/proposals';
import { isOverOffice } from './offices';
import type { RoundState } from './rule';

/*
 * The office registers people and keys, and the head or oversight sign beside it where it takes two. So it may not, by its own
 * signature alone, take their keys or their places away: what takes two would take one.
 */

/** Whether a key was only proposed by then, and signed by nobody else: it is not its owner's yet. */
export const isOnlyProposed = (kid: string, log: RoundState['log']): boolean =>
  standingKeys(log).some(({ key, second }) => key.kid === kid && !second);

/** Whose key or place a command takes away. */
const deprived = (command: RoundCommand, { log }: Pick<RoundState, 'log'>): PersonId | undefined => {
  if (command.type === 'replace-person') return command.person;
  if (command.type !== 'revoke-key') return undefined;
  return isOnlyProposed(command.kid, log) ? undefined : command.person;
};

type Over = Parameters<typeof isOverOffice>[1];

/** Whether somebody may do against the head or one of oversight what takes their key or place: no deputy, whom the office may have named. */
export const mayDeprive = (
  { by, onBehalfOf }: { by: PersonId; onBehalfOf?: PersonId | undefined },
  over: Over,
): boolean => onBehalfOf === undefined && isOverOffice(by, over);

/**
 * Why a command against the head or one of oversight is refused: one of them must sign it. Earlier versions let the office, so replay does not ask.
 */
export const notForOffice = (
  command: RoundCommand,
  { head: { roster, policy }, log }: Pick<RoundState, 'head' | 'log'>,
): Refusal | undefined => {
  const person = policy.identity === 'signed' ? deprived(command, { log }) : undefined;
  if (person === undefined || !isOverOffice(person, roster)) return undefined;
  return mayDeprive(command, roster) ? undefined : { type: 'NotForOffice', command: command.type, person };
};

/** The last key that may sign for the head or oversight is not revoked: nobody could countersign another. */
export const lastToCountersign = (
  command: RoundCommand,
  { head: { roster, policy } }: Pick<RoundState, 'head'>,
  now: Instant,
): Refusal | undefined => {
  if (command.type !== 'revoke-key' || policy.identity !== 'signed') return undefined;
  const { kid } = command;
  const watching = roster.people.filter(({ id }) => isOverOffice(id, roster));
  if (!watching.some(({ keys = [] }) => keys.some((key) => key.kid === kid))) return undefined;
  const left = watching.map((one) => ({ ...one, keys: (one.keys ?? []).filter((key) => key.kid !== kid) }));
  return left.some((one) => canSign(one, now)) ? undefined : { type: 'LastKey', kid, of: 'oversight' };
};
