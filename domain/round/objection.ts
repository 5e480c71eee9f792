import type { Refusal } from '../refusal';
import { roundAuthority } from './authority';
import type { RoundCommand } from './command';
import type { InForce } from './in-force';
import { personIn } from './offices';
import type { Roster } from './roster';

/** Nobody makes themselves, or the person they act for, somebody's successor, nor themselves a deputy. */
const isOwnCase = (command: RoundCommand, roster: Roster): boolean => {
  const { by, onBehalfOf } = command;
  if (command.type === 'replace-person') return command.successor === by || command.successor === onBehalfOf;
  if (command.type !== 'register-people') return false;
  return command.people.some(({ id, deputies }) => {
    const known = personIn(roster, id);
    return known !== undefined && deputies.includes(by) && !known.deputies.includes(by);
  });
};

/**
 * Why a command to a round is taken neither by the round nor by an item that somebody passes it on to. The item
 * checks again, since whoever reaches its workflow could pass on what the round has refused.
 */
export const roundObjection = (
  command: RoundCommand,
  inForce: Pick<InForce, 'roster' | 'policy'>,
): Refusal | undefined => {
  const refusal = roundAuthority(command, inForce);
  if (refusal) return refusal;
  const { roster, policy } = inForce;
  const { type, by } = command;
  if (isOwnCase(command, roster)) return { type: 'OwnCase', command: type, by };
  const isWeaker =
    type === 'new-policy' && policy.identity === 'signed' && command.policy.identity === 'claimed';
  return isWeaker ? { type: 'IdentityWeakened' } : undefined;
};
