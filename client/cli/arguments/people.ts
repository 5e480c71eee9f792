import { PersonId } from '../../../base/ids';
import { nearestFirst } from '../../../base/nearest';
import { Person } from '../../../domain/round/roster';
import { type NamedPerson, Trouble } from '../trouble/trouble';

/** A text that can be an id or a name. Throws `Trouble` `bad-value` for anything else. */
export const nameGiven = (given: string, option: string): string => {
  if (Person.shape.name.safeParse(given).success) return given;
  throw new Trouble({ type: 'bad-value', option, given, expected: 'person' });
};

/** An id, where there is no roster to look a name up in. Throws `Trouble` `bad-value`. */
export const idGiven = (given: string, option: string): PersonId => {
  const person = PersonId.safeParse(given);
  if (person.success) return person.data;
  throw new Trouble({ type: 'bad-value', option, given, expected: 'person-id' });
};

/** How many of those who come nearest are named. */
const MOST = 5;

/**
 * The person whom somebody means: by id, else by a name that only one has. A person is the same in all rounds.
 * Throws `Trouble` `not-in-roster` with those who come nearest, `ambiguous-person` with all of that name.
 */
export const personMeant = (
  given: string,
  ...rosters: readonly { people: readonly NamedPerson[] }[]
): PersonId => {
  const people = [
    ...new Map(rosters.flatMap((roster) => roster.people).map((one) => [one.id, one])).values(),
  ];
  const byId = people.find(({ id }) => id === given);
  if (byId) return byId.id;
  const [found, ...more] = people.filter(({ name }) => name === given).map(({ id }) => id);
  if (found !== undefined && more.length === 0) return found;
  if (found !== undefined)
    throw new Trouble({ type: 'ambiguous-person', person: given, people: [found, ...more] });
  const near = nearestFirst(given, people, ({ id, name }) => [id, name]).slice(0, MOST);
  throw new Trouble({
    type: 'not-in-roster',
    person: given,
    people: near.map(({ id, name }) => ({ id, name })),
  });
};
