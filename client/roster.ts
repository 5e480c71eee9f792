import type { PersonId } from '../domain/ids';
import { personIn } from '../domain/round/offices';
import { namedBy } from '../domain/round/people';
import type { Person, Roster } from '../domain/round/roster';
import { Trouble } from './trouble';

/**
 * A person of a roster, by id or by name.
 * @throws Trouble `not-in-roster`
 */
export const personNamed = ({ people }: Roster, given: string): Person => {
  const byName = people.filter(({ name }) => name === given);
  const found = people.find(({ id }) => id === given) ?? (byName.length === 1 ? byName[0] : undefined);
  if (found) return found;
  throw new Trouble({ type: 'not-in-roster', person: given, people: people.map(({ id }) => id) });
};

/** The record of a person, and of whom it names, as far as `known` does not have them. */
export const newcomersFor = (person: Person, roster: Roster, known: Pick<Roster, 'people'>): Person[] => {
  const named = namedBy(person).flatMap((id: PersonId) => personIn(roster, id) ?? []);
  const strangers = [person, ...named].filter(({ id }) => !known.people.some((one) => one.id === id));
  return [...new Map(strangers.map((one) => [one.id, one])).values()];
};
