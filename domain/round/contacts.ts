import type { PersonId } from '../../base/ids';
import type { PlannedItem } from '../plan/plan';
import type { Roster } from './roster';

/** The contact of an assisting section (配合科室联系人). */
export type Contact = { section: string; person: PersonId };

/** The contacts of the sections that assist an item, in their order; a section without one is recorded only. */
export const contactsOf = (
  { assisting = [] }: Pick<PlannedItem, 'assisting'>,
  { contacts = {} }: Pick<Roster, 'contacts'>,
): Contact[] =>
  assisting.flatMap((section) => {
    const person = Object.hasOwn(contacts, section) ? contacts[section] : undefined;
    return person === undefined ? [] : [{ section, person }];
  });

/** A roster with those contacts only that an item needs, so that not every item carries all of them. */
export const withContactsOf = (planned: Pick<PlannedItem, 'assisting'>, roster: Roster): Roster => {
  const { contacts: _, ...others } = roster;
  const needed = contactsOf(planned, roster);
  if (needed.length === 0) return others;
  return { ...others, contacts: Object.fromEntries(needed.map(({ section, person }) => [section, person])) };
};

/** The sections that a person is the contact of. */
export const sectionsOf = (person: PersonId, { contacts = {} }: Pick<Roster, 'contacts'>): string[] =>
  Object.entries(contacts).flatMap(([section, contact]) => (contact === person ? [section] : []));
