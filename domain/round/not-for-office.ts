import type { PersonId } from '../../base/ids';
import type { Instant } from '../calendar/zone';
import { canSign } from '../item/successor';
import type { Refusal } from '../refusal';
import type { RoundCommand } from './command';
import { standingKeys } from './keys/proposals';
import { isOverOffice, personIn } from './offices';
import type { Roster } from './roster';
import type { RoundState } from './rule';

/*
 * The office registers people and keys, and the head or oversight sign beside it where it takes two. So it may not, by its own
 * signature alone, take their keys or their places away, nor name who decides in their place: what takes two would take one.
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

/** Who gets a deputy by a command that they did not have. */
const deputised = (command: RoundCommand, roster: Roster): PersonId[] =>
  ('people' in command ? (command.people ?? []) : []).flatMap(({ id, deputies }) => {
    const known = personIn(roster, id);
    return known && deputies.some((one) => !known.deputies.includes(one)) ? [id] : [];
  });

type Over = Parameters<typeof isOverOffice>[1];

/** Whether somebody may do what takes the key or place of the head or one of oversight, or gives them a deputy: no deputy, whom the office may have named. */
export const mayDeprive = (
  { by, onBehalfOf }: { by: PersonId; onBehalfOf?: PersonId | undefined },
  over: Over,
): boolean => onBehalfOf === undefined && isOverOffice(by, over);

/** A round, as far as it matters who watches its office. */
type Watched = Pick<RoundState, 'log'> & {
  head: { roster: Roster; policy: Pick<RoundState['head']['policy'], 'identity'> };
};

/**
 * Why a command against the head or one of oversight is refused: one of them must sign it. Earlier versions let the office, so replay does not ask.
 */
export const notForOffice = (
  command: RoundCommand,
  { head: { roster, policy }, log }: Watched,
): Refusal | undefined => {
  if (policy.identity !== 'signed' || mayDeprive(command, roster)) return undefined;
  const people = [deprived(command, { log }) ?? [], deputised(command, roster)].flat();
  const person = people.find((one) => isOverOffice(one, roster));
  return person && { type: 'NotForOffice', command: command.type, person };
};

/** Head and oversight change records of their own people; whom nobody knows yet the office registers, and no deputy acts for them here. */
export const notOnlyOwnRecords = (
  command: RoundCommand,
  { head: { roster } }: Pick<RoundState, 'head'>,
): Refusal | undefined => {
  if (command.type !== 'register-people') return undefined;
  const { by, onBehalfOf, people, type } = command;
  if (roster.office.includes(onBehalfOf ?? by)) return undefined;
  const isOwn = mayDeprive(command, roster) && people.every(({ id }) => personIn(roster, id) !== undefined);
  return isOwn ? undefined : { type: 'NotAuthorised', command: type, by, roles: ['office'] };
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
