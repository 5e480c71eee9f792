import type { Instant } from '../../calendar/zone';
import { renewalObjection } from '../../identity/renewal';
import type { Refusal } from '../../refusal';
import type { RoundCommand } from '../command';
import type { PersonId } from '../../../base/ids';
import { isOverOffice, personIn } from '../offices';
import type { Roster } from '../roster';
import { keysBrought } from '../unfit-keys';
import type { RoundState } from '../rule';
import { standingKeys } from './proposals';

/** A key that waits to become another's is known, too. */
const promised = (command: RoundCommand, { log }: RoundState): Refusal | undefined => {
  const brought = keysBrought(command);
  const standing = brought.length === 0 ? [] : standingKeys(log);
  const known = standing.find(({ key, person }) =>
    brought.some((one) => one.kid === key.kid && one.person !== person),
  );
  return known && { type: 'KeyKnown', kid: known.key.kid, person: known.person };
};

/** Who decides for the head or oversight, or may: they themselves, and whom they have named their deputy. */
const decidesOverOffice = (person: PersonId, roster: Roster): boolean =>
  isOverOffice(person, roster) ||
  roster.people.some(({ id, deputies }) => isOverOffice(id, roster) && deputies.includes(person));

/**
 * The office alone gives a person their first key, not the next, and none to the head or oversight or a deputy of theirs.
 * Earlier versions let it.
 */
const lacksAgreement = (
  command: RoundCommand,
  { head, genesis }: RoundState,
  now: Instant,
): Refusal | undefined => {
  if (command.type !== 'replace-key' || head.policy.identity === 'claimed') return undefined;
  const { person, key, endorsed } = command;
  const { keys = [] } = personIn(head.roster, person) ?? {};
  if (keys.length === 0)
    return decidesOverOffice(person, head.roster)
      ? { type: 'KeyNeedsSecond', person, first: true }
      : undefined;
  if (endorsed === undefined) return { type: 'KeyNeedsSecond', person };
  const which = { person, key, keys, at: now, given: command.at };
  const fault = renewalObjection(endorsed, which, { round: head.round, genesis });
  return fault && { type: 'UntrustedKey', fault };
};

/** Why a command that brings keys is not taken when it comes for the first time. */
export const unagreedKeys = (command: RoundCommand, state: RoundState, now: Instant): Refusal | undefined =>
  promised(command, state) ?? lacksAgreement(command, state, now);
