import { keyAt, type KeyFault, type KeyId } from '../../../domain/identity';
import type { PersonId, RoundId } from '../../../base/ids';
import { type Side, SIDES } from '../../../domain/item/side';
import { isOpen } from '../../../domain/item/states';
import { holdersOf, type Office, OFFICES } from '../../../domain/round/offices';
import type { Policy } from '../../../domain/round/policy';
import type { RoundLedger } from '../../../workflows/messages';
import { KeyFileError, type KeyFileFault, publicHalfOf } from '../../keys';

/** What can be read of the key file on this machine without a passphrase. Never its secret half. */
export type OwnKey = { path: string } & ({ kid: KeyId; x: string } | { fault: KeyFileFault });

/** Whether the key on this machine can sign in a round. */
export type KeyState = 'valid' | KeyFault | 'no-key';

/** Who somebody is in an open round. */
export type Self = {
  round: RoundId;
  title: string;
  drill?: string;
  identity: Policy['identity'];
  key: KeyState;
  /** Absent for somebody who is not in the roster. */
  inRoster?: {
    name: string;
    section?: string;
    offices: Office[];
    /** People they may act for. */
    deputyFor: PersonId[];
    /** Number of open items by the side they hold. */
    sides: Record<Side, number>;
  };
};

/** Reads the public half of a key; what is wrong with the file is an answer, not an error. */
export const ownKey = async (path: string): Promise<OwnKey> => {
  try {
    return { path, ...(await publicHalfOf(path)) };
  } catch (error) {
    if (error instanceof KeyFileError) return { path, fault: error.fault };
    throw error;
  }
};

const sidesOf = (person: PersonId, { rows }: RoundLedger): Record<Side, number> => {
  const open = rows.filter(({ status }) => isOpen(status));
  const counts = SIDES.map((side) => [side, open.filter(({ people }) => people[side] === person).length]);
  return Object.fromEntries(counts) as Record<Side, number>;
};

const keyState = (key: OwnKey, person: PersonId, { head, now }: RoundLedger): KeyState => {
  if ('fault' in key) return 'no-key';
  const keys = head.roster.people.find(({ id }) => id === person)?.keys ?? [];
  const found = keyAt(keys, key.kid, now);
  return 'fault' in found ? found.fault : 'valid';
};

/** Who a person is in a round, and whether they could sign there now. */
export const selfIn = (person: PersonId, key: OwnKey, ledger: RoundLedger): Self => {
  const { head, clock } = ledger;
  const { people } = head.roster;
  const found = people.find(({ id }) => id === person);
  return {
    round: head.round,
    title: head.title,
    ...(clock.drill !== undefined && { drill: clock.drill }),
    identity: head.policy.identity,
    key: keyState(key, person, ledger),
    ...(found && {
      inRoster: {
        name: found.name,
        ...(found.section !== undefined && { section: found.section }),
        offices: OFFICES.filter((office) => holdersOf(office, head.roster).includes(person)),
        deputyFor: people.filter(({ deputies }) => deputies.includes(person)).map(({ id }) => id),
        sides: sidesOf(person, ledger),
      },
    }),
  };
};
