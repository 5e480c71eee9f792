import type { PersonId } from '../../../base/ids';
import { personIn } from '../../../domain/round/offices';
import { namedBy } from '../../../domain/round/people';
import type { Person, Roster } from '../../../domain/round/roster';
import { personMeant } from './people';

/**
 * The record of a person of a roster, by id or by name.
 * @throws Trouble `not-in-roster`, `ambiguous-person`
 */
export const personNamed = (roster: Roster, given: string): Person => {
  const id = personMeant(given, roster);
  const found = personIn(roster, id);
  if (!found) throw new TypeError(`${id} is in no roster`);
  return found;
};

/** The record of a person, and of those it names, as far as `known` does not have them. */
export const newcomersFor = (person: Person, roster: Roster, known: Pick<Roster, 'people'>): Person[] => {
  const named = namedBy(person).flatMap((id: PersonId) => personIn(roster, id) ?? []);
  const strangers = [person, ...named].filter(({ id }) => !known.people.some((one) => one.id === id));
  return [...new Map(strangers.map((one) => [one.id, one])).values()];
};

/** A record with the keys that the person has: a new record does not change them. */
const withOwnKeys = (person: Person, roster: Roster): Person => {
  const keys = person.keys ?? personIn(roster, person.id)?.keys;
  return keys ? { ...person, keys } : person;
};

/** Records with those of the people whom they name, as the roster has them: items do not know everybody. */
export const withNamed = (people: readonly Person[], roster: Roster): Person[] => {
  const named = people.flatMap(namedBy).flatMap((id) => personIn(roster, id) ?? []);
  const whole = people.map((person) => withOwnKeys(person, roster));
  return [...new Map([...named, ...whole].map((one) => [one.id, one])).values()];
};
