import type { Party, Required, Signer } from '../../identity';
import { holdersOf, personIn } from '../offices';
import type { Roster } from '../roster';

/** The offices whose people open a round: one of the office, and the head or one of oversight. */
export const OPENING_OFFICES = ['office', 'head', 'oversight'] as const;
export type OpeningOffice = (typeof OPENING_OFFICES)[number];

export const OPENING_REQUIRES: Required<OpeningOffice> = [['office'], ['head', 'oversight']];

export type OpeningParty = Party<OpeningOffice>;
export type OpeningSigner = Signer<OpeningOffice>;

/** Everybody in a roster who may sign an opening, each once with all their offices. */
export const openingParties = (roster: Roster): OpeningParty[] => {
  const people = new Set(OPENING_OFFICES.flatMap((office) => holdersOf(office, roster)));
  return [...people].map((person) => ({
    person,
    roles: OPENING_OFFICES.filter((office) => holdersOf(office, roster).includes(person)),
    keys: personIn(roster, person)?.keys ?? [],
  }));
};
