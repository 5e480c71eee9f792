import type { Person } from '../../../domain/round/roster';
import { canSign } from '../../../domain/item/successor';
import { isOpen } from '../../../domain/item/states';
import type { RoundLedger } from '../../../workflows/messages';

/** Who can sign in a round now, and who cannot; `needed`: those of them without whom open work stands still. */
export type Signers = { able: Person[]; unable: Person[]; needed: Person[] };

/** The ledger as far as it says who has something to do. */
type Duties = Pick<RoundLedger, 'head' | 'rows' | 'now'>;

/**
 * The sides of open items and the head by themselves, the office as a whole: one of its people is enough. Nobody is
 * needed where a word is taken for a signature.
 */
const isNeededIn = ({ head, rows, now }: Duties): ((person: Person) => boolean) => {
  const { roster, policy } = head;
  if (policy.identity === 'claimed') return () => false;
  const sides = rows.filter(({ status }) => isOpen(status)).flatMap(({ people }) => Object.values(people));
  const officeSigns = roster.people.some(
    (person) => roster.office.includes(person.id) && canSign(person, now),
  );
  const needed = new Set([...sides, roster.head, ...(officeSigns ? [] : roster.office)]);
  return ({ id }) => needed.has(id);
};

/** Sorts the people of a round by whether they could sign a command now. */
export const signersIn = (ledger: Duties): Signers => {
  const { people } = ledger.head.roster;
  const unable = people.filter((person) => !canSign(person, ledger.now));
  return {
    able: people.filter((person) => canSign(person, ledger.now)),
    unable,
    needed: unable.filter(isNeededIn(ledger)),
  };
};
