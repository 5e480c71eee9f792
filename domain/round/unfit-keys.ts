import { isUsableKey } from '../identity';
import type { PersonId } from '../../base/ids';
import type { Refusal } from '../refusal';
import type { Command } from '../item/command';
import type { RoundCommand } from './command';
import type { Person, Roster } from './roster';

/** A key that is to be registered, and whose it is to be. */
type Registered = { kid: string; x: string; person: PersonId };

const keysOf = ({ id: person, keys = [] }: Person): Registered[] =>
  keys.map(({ kid, x }) => ({ kid, x, person }));

const unfit = (coming: readonly Registered[], roster: Roster): Refusal | undefined => {
  const all = [...roster.people.flatMap(keysOf), ...coming];
  for (const { kid, x, person } of coming) {
    if (!isUsableKey(x)) return { type: 'UnusableKey', kid, person };
    const owner = all.find((one) => one.kid === kid && one.person !== person);
    if (owner) return { type: 'KeyKnown', kid, person: owner.person };
  }
  return undefined;
};

/**
 * Why the keys of people who come cannot be registered: one that is no point of the prime-order group, on whose signatures
 * verifiers differ, or one that is another person's, since a key stands for one person.
 */
export const unfitKeys = (people: readonly Person[], roster: Roster): Refusal | undefined =>
  unfit(people.flatMap(keysOf), roster);

/** The keys that a command to a round, or to one of its items, brings. */
export const keysBrought = (command: RoundCommand | Command): Registered[] => {
  if (command.type === 'replace-key' || command.type === 'propose-key')
    return [{ ...command.key, person: command.person }];
  return 'people' in command ? (command.people ?? []).flatMap(keysOf) : [];
};

/** The same for whatever keys a command to a round brings. */
export const unfitKeysIn = (command: RoundCommand, roster: Roster): Refusal | undefined =>
  unfit(keysBrought(command), roster);
