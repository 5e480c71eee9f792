import type { Party, Required, Signer } from '../identity';
import { holdersOf, personIn } from './offices';
import type { Roster } from './roster';

/** The offices whose people sign together what one of them may not do alone: the opening of a round, or a key for somebody. */
export const OPENING_OFFICES = ['office', 'head', 'oversight'] as const;
export type OpeningOffice = (typeof OPENING_OFFICES)[number];

/** One of the office, and the head or one of oversight. */
export const TWO_OFFICES: Required<OpeningOffice> = [['office'], ['head', 'oversight']];

export type OpeningParty = Party<OpeningOffice>;
export type OpeningSigner = Signer<OpeningOffice>;

/** Everybody in a roster who may sign for one of these offices, each once with all their offices. */
export const openingParties = (roster: Roster): OpeningParty[] => {
  const people = new Set(OPENING_OFFICES.flatMap((office) => holdersOf(office, roster)));
  return [...people].map((person) => ({
    person,
    roles: OPENING_OFFICES.filter((office) => holdersOf(office, roster).includes(person)),
    keys: personIn(roster, person)?.keys ?? [],
  }));
};
