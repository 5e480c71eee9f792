import {
  checkCountersigned,
  type CountersignFault,
  type Countersigned,
  type Party,
  type Received,
  type Required,
  type Signer,
} from '../../identity';
import { holdersOf, personIn } from '../offices';
import type { Roster } from '../roster';
import { OpeningStatement } from './content';

/** The offices whose people open a round: one of the office, and the head or one of oversight. */
export const OPENING_OFFICES = ['office', 'head', 'oversight'] as const;
export type OpeningOffice = (typeof OPENING_OFFICES)[number];

/** One of the office, and the head or one of oversight. */
export const TWO_OFFICES: Required<OpeningOffice> = [['office'], ['head', 'oversight']];

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

/** Who of `parties` has signed an opening, and who is still missing; or the first thing that is wrong. Never throws. */
export const checkOpeningSigned = (
  signatures: readonly Received[],
  parties: readonly OpeningParty[],
): Countersigned<OpeningStatement, OpeningOffice> | { fault: CountersignFault } =>
  checkCountersigned(signatures, {
    kind: 'opening',
    schema: OpeningStatement,
    parties,
    required: TWO_OFFICES,
  });
