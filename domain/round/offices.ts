import type { PersonId } from '../../base/ids';
import type { Helper, Role, Side } from '../item/side';
import type { Person, Roster } from './roster';

/** A role that somebody holds in the round, not in a single item. */
export type Office = Exclude<Role, Side | Helper>;
export const OFFICES = ['head', 'office', 'oversight', 'archivist'] as const satisfies readonly Office[];

/** Everybody who holds an office of the round. */
export const holdersOf = (office: Office, roster: Roster): readonly PersonId[] =>
  office === 'head' || office === 'archivist' ? [roster[office]] : roster[office];

export const holdsOffice = (person: PersonId, roster: Roster): boolean =>
  OFFICES.some((office) => holdersOf(office, roster).includes(person));

/** Whether a person is the head or one of oversight: those who sign beside the office where it takes two. */
export const isOverOffice = (
  person: PersonId,
  { head, oversight }: { head: PersonId; oversight: readonly PersonId[] },
): boolean => person === head || oversight.includes(person);

export const personIn = (roster: Roster, id: string): Person | undefined =>
  roster.people.find((person) => person.id === id);

/** What a person is called; the id of somebody whom the roster does not know. */
export const nameOf = (person: PersonId, roster: Roster): string => personIn(roster, person)?.name ?? person;
