import type { PersonId } from '../../base/ids';
import type { Side } from '../item/side';
import { nearest } from '../../base/nearest';
import type { Finding, Part, Path } from './fault';
import type { PlanDraft } from './file';
import { finding, type Item, type Known, lineIn, type Person, repeated } from './known';

/** A mention of a person somewhere in the plan. */
type Mention = { path: Path; part: Part; person: PersonId | undefined };

const officesOf = ({ roster }: PlanDraft): Mention[] => [
  ...(['head', 'archivist'] as const).map((part) => ({
    path: ['roster', part],
    part,
    person: roster?.[part],
  })),
  ...(['office', 'oversight'] as const).flatMap((part) =>
    (roster?.[part] ?? []).map((person, index) => ({ path: ['roster', part, index], part, person })),
  ),
  ...Object.entries(roster?.contacts ?? {}).map(([section, person]): Mention => ({
    path: ['roster', 'contacts', section],
    part: 'assistant',
    person,
  })),
];

const mentionsByPerson = ({ path, superior, deputies }: Person): Mention[] => [
  { path: [...path, 'superior'], part: 'superior', person: superior },
  ...deputies.map((person, index): Mention => ({
    path: [...path, 'deputies', index],
    part: 'deputies',
    person,
  })),
];

const mentionsByItem = (item: Item): Mention[] => [
  ...(['leader', 'handler', 'acceptor'] as const).map((part) => ({
    path: [...item.path, part],
    part,
    person: item[part],
  })),
  ...(item.measures ?? []).map((measure, index): Mention => ({
    path: [...item.path, 'measures', index, 'owner'],
    part: 'owner',
    person: measure?.owner,
  })),
];

const unknownPeople = ({ draft, people, items }: Known): Finding[] => {
  // Without a roster everybody would be unknown: its absence is reported once instead.
  if (people.length === 0) return [];
  const ids = people.flatMap(({ id }) => id ?? []);
  const known = new Set(ids);
  return [officesOf(draft), people.flatMap(mentionsByPerson), items.flatMap(mentionsByItem)]
    .flat()
    .flatMap(({ path, part, person }) => {
      if (person === undefined || known.has(person)) return [];
      const meant = nearest(person, ids);
      return finding(path, { type: 'unknown-person', part, person, ...(meant !== undefined && { meant }) });
    });
};

/** Which roles one person may not hold in the same item. */
const SEPARATE: readonly { side: Side; also: Side }[] = [
  { side: 'leader', also: 'handler' },
  { side: 'acceptor', also: 'handler' },
  { side: 'acceptor', also: 'leader' },
];

const joinedDuties = ({ items }: Known): Finding[] =>
  items.flatMap((item) =>
    SEPARATE.flatMap(({ side, also }) => {
      const person = item[side];
      if (person === undefined || person !== item[also]) return [];
      return finding([...item.path, side], { type: 'duties-not-separate', person, side, also });
    }),
  );

const repeatedPeople = ({ people, lineOf }: Known): Finding[] =>
  repeated(people, ({ id }) => id).flatMap(({ one, first }) =>
    one.id === undefined
      ? []
      : finding([...one.path, 'id'], {
          type: 'person-twice',
          person: one.id,
          ...lineIn(lineOf([...first.path, 'id'])),
        }),
  );

/** The people from `start` on, each the superior of the one before, as far as nobody has been `visited`. */
const chainFrom = (start: Person, byId: Map<PersonId, Person>, visited: Set<Person>) => {
  const chain: Person[] = [];
  let next: Person | undefined = start;
  while (next && !visited.has(next)) {
    visited.add(next);
    chain.push(next);
    next = next.superior && byId.get(next.superior);
  }
  return { chain, next };
};

/** Each circle of superiors once: a late review would be escalated round and round. */
const superiorCycles = ({ people }: Known): Finding[] => {
  const byId = new Map(people.flatMap((person) => (person.id ? [[person.id, person] as const] : [])));
  const visited = new Set<Person>();
  return people.flatMap((start) => {
    const { chain, next } = chainFrom(start, byId, visited);
    if (next === undefined || !chain.includes(next)) return [];
    const circle = chain.slice(chain.indexOf(next)).flatMap(({ id }) => id ?? []);
    return finding([...next.path, 'superior'], { type: 'superior-cycle', people: circle });
  });
};

/** Whoever is named must be in the roster once, and duties stay separate. */
export const peopleRules = [unknownPeople, joinedDuties, repeatedPeople, superiorCycles];
