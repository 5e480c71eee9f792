import { z } from 'zod';
import { PersonId } from '../../base/ids';
import type { LogEntry } from '../../domain/item/log';
import type { RoundEvent } from '../../domain/round/event';
import { isOnlyProposed, mayDeprive } from '../../domain/round/not-for-office';
import { isOverOffice } from '../../domain/round/offices';
import type { RoundContent } from './read';

/** The offices of a roster, as far as they matter here. */
const OverOffice = z.looseObject({ head: PersonId, oversight: z.array(PersonId) });
type OverOffice = z.infer<typeof OverOffice>;

type Log = readonly LogEntry<RoundEvent>[];
type People = NonNullable<RoundContent['people']>['people'];

/** Whose key or place an event takes away, or whose first key it brings. */
const concerned = (event: RoundEvent, log: Log, people: People): PersonId | undefined => {
  if (event.type === 'person-replaced') return event.person;
  if (event.type === 'key-revoked') return isOnlyProposed(event.kid, log) ? undefined : event.person;
  if (event.type !== 'key-replaced' || event.proposed !== undefined) return undefined;
  const [first] = people.find(({ id }) => id === event.person)?.keys ?? [];
  return first?.kid === event.kid ? event.person : undefined;
};

/** Who is the head and of oversight once something has happened. */
const after = ({ head, oversight }: OverOffice, event: RoundEvent): OverOffice => {
  if (event.type !== 'person-replaced') return { head, oversight };
  const now = (id: PersonId) => (id === event.person ? event.successor : id);
  return { head: now(head), oversight: oversight.map(now) };
};

/**
 * The entries in which the office alone has taken the key or the place of the head or of one of oversight, or has given one of them
 * a first key, as older versions let it. Who they were the plan tells that was imported, and the log since.
 */
export const againstOverOffice = ({ log, people, planImported, policy }: RoundContent): number[] => {
  const { data: first } = OverOffice.safeParse(planImported?.roster);
  if (!log || !people || !first || policy?.identity !== 'signed') return [];
  let over = first;
  return log.flatMap(({ seq, event, author }, index) => {
    const before = over;
    over = after(over, event);
    const person = author && concerned(event, log.slice(0, index), people.people);
    if (!author || person === undefined || !isOverOffice(person, before)) return [];
    return mayDeprive(author, before) ? [] : [seq];
  });
};
