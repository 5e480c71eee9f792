import type { Draft, DraftItem, DraftPerson } from './draft';
import { RosterNames } from './roster-names';

const idOf = (no: number) => `p${String(no).padStart(2, '0')}`;

/** Whom an item names, in the order in which a plan does. */
const namedIn = ({ leader, handler, acceptor, measures, children = [] }: DraftItem): string[] => [
  ...[leader, handler, acceptor].filter((name) => name !== undefined),
  ...measures.flatMap(({ owner }) => owner ?? []),
  ...children.flatMap(({ measures: own, children: more = [] }) => [
    ...own.flatMap(({ owner }) => owner ?? []),
    ...more.flatMap(namedIn),
  ]),
];

/**
 * The people of the roster by id and by name; whoever is named only elsewhere, and is near nobody, gets a new id.
 */
export class PlanPeople {
  readonly #all: DraftPerson[];
  readonly #ids = new Map<string, string>();
  readonly #roster: RosterNames;
  #lastNo = 0;

  constructor({ people, categories }: Pick<Draft, 'people' | 'categories'>) {
    this.#all = [...people];
    this.#roster = new RosterNames(people);
    for (const { id, name } of people) this.#ids.set(name, id).set(id, id);
    const named = [
      ...categories.flatMap(({ items }) => items.flatMap(namedIn)),
      ...people.flatMap(({ superior, deputies = [] }) => [...(superior ? [superior] : []), ...deputies]),
    ];
    for (const name of named) if (this.meantBy(name).length === 0) this.id(name);
  }

  /** Whom a name may mean that is not, or not surely, in the roster. */
  meantBy(name: string): readonly DraftPerson[] {
    return this.#roster.meantBy(name) ?? [];
  }

  id(name: string): string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    let no = Math.max(this.#lastNo, this.#all.length) + 1;
    while (this.#ids.has(idOf(no))) no += 1;
    this.#lastNo = no;
    const id = idOf(no);
    this.#ids.set(name, id).set(id, id);
    this.#all.push({ id, name });
    return id;
  }

  get all(): readonly DraftPerson[] {
    return this.#all;
  }
}

/** The people of the roster that is written for a draft, in its order. */
export const planPeople = (draft: Draft): readonly DraftPerson[] => new PlanPeople(draft).all;
