import { addWorkingDays, type Calendar } from '../../calendar/calendar';
import { addDays } from '../../calendar/civil';
import { civilOf, type Instant, instantOf } from '../../calendar/zone';
import type { PersonId } from '../../../base/ids';
import { holdersOf } from '../offices';
import { DEFAULT_PROPOSALS, type Policy } from '../policy';
import type { Roster } from '../roster';
import type { OpeningOffice, OpeningSigner } from '../two-offices';

/** Who may still sign: holders of the offices that are missing, except those who have signed. */
export const awaitedPeople = (
  roster: Roster,
  missing: readonly OpeningOffice[],
  signers: readonly Pick<OpeningSigner, 'person'>[],
): PersonId[] => {
  const signed = new Set(signers.map(({ person }) => person));
  const people = missing.flatMap((office) => holdersOf(office, roster));
  return [...new Set(people)].filter((person) => !signed.has(person));
};

/** Until when what one has signed at `from` waits for the second: the end of a working day. */
export const waitsUntil = (from: Instant, calendar: Calendar, { proposals }: Policy): Instant => {
  const { workingDays } = proposals ?? DEFAULT_PROPOSALS;
  return instantOf(addDays(addWorkingDays(calendar, civilOf(from), workingDays), 1));
};
