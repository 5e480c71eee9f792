import type { RoundId } from '../../base/ids';
import type { Person, Roster } from './roster';

type Known = Pick<Person, 'name' | 'address'>;

/** Somebody whom two rounds of a body name by one id, but not by one name and address. `known`: as the other round has them. */
export type PersonConflict = { id: Person['id']; given: Known; known: Known; round: RoundId };

const sameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The people of a roster who contradict another round of the same body: both would share one mailbox. */
export const conflictsWith = (
  given: Roster,
  { round, roster }: { round: RoundId; roster: Roster },
): PersonConflict[] => {
  const others = new Map(roster.people.map((person) => [person.id, person]));
  return given.people.flatMap(({ id, name, address }) => {
    const known = others.get(id);
    if (!known || (known.name === name && sameAddress(known.address, address))) return [];
    return [{ id, given: { name, address }, known: { name: known.name, address: known.address }, round }];
  });
};
