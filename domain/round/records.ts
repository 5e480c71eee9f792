import { canonical } from '../../base/hash';
import type { PersonId } from '../../base/ids';
import type { Refusal } from '../refusal';
import { holdsOffice, personIn } from './offices';
import { namedBy, withPeople } from './people';
import type { Person, Roster } from './roster';

const keysOf = (person: Person | undefined): string => canonical(person?.keys ?? []);

const unknown = (person: PersonId): Refusal => ({ type: 'UnknownPerson', person });

/** Why a record that the roster does not have, or has in another form, cannot be taken as it is. */
const unfitRecord = (person: Person, roster: Roster, whole: Roster, by: PersonId): Refusal | undefined => {
  const known = personIn(roster, person.id);
  if (known && person.keys && keysOf(person) !== keysOf(known))
    return { type: 'KeysNotHere', person: person.id };
  const stranger = namedBy(person).find((id) => !personIn(whole, id));
  if (stranger) return unknown(stranger);
  if (known) return undefined;
  if (person.deputies.includes(by)) return { type: 'OwnCase', command: 'register-people', by };
  const taken = (person.keys ?? []).flatMap(({ kid }) => {
    const owner = whole.people.find(
      ({ id, keys = [] }) => id !== person.id && keys.some((key) => key.kid === kid),
    );
    return owner ? [{ type: 'KeyKnown' as const, kid, person: owner.id }] : [];
  });
  return taken[0];
};

/** The people a command must bring to items: `successors`, and whoever is newly named in a record. */
const neededOf = (successors: readonly PersonId[], people: readonly Person[], roster: Roster): PersonId[] => {
  const newlyNamed = people.flatMap((person) => {
    const known = successors.includes(person.id) ? undefined : personIn(roster, person.id);
    const before = known ? namedBy(known) : [];
    return namedBy(person).filter((id) => !before.includes(id));
  });
  return [...successors, ...newlyNamed];
};

/**
 * Why people cannot be taken into a roster, and into its items, as they are recorded in a command by `by`. An item
 * knows its own people only and those who hold an office, so whoever else it needs comes whole, with keys.
 */
export const unfitRecords = (
  people: readonly Person[],
  roster: Roster,
  by: PersonId,
  successors: readonly PersonId[] = [],
): Refusal | undefined => {
  const whole = withPeople(roster, people);
  for (const person of people) {
    const unfit = unfitRecord(person, roster, whole, by);
    if (unfit) return unfit;
  }
  for (const id of neededOf(successors, people, roster)) {
    if (holdsOffice(id, roster)) continue;
    const record = people.find((person) => person.id === id);
    if (!record) return unknown(id);
    const known = personIn(roster, id);
    if (known && keysOf(record) !== keysOf(known)) return { type: 'KeysNotHere', person: id };
  }
  return undefined;
};
