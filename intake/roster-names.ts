import { grouped } from '../base/grouped';
import { near } from '../base/nearest';
import type { DraftPerson } from './draft';

/** So many names that are in no roster are no typing errors. */
const MOST_STRANGERS = 1000;

/** Finds people of a roster by what somebody wrote: an id, or a name. */
export class RosterNames {
  readonly #byId = new Map<string, DraftPerson>();
  readonly #byName: ReadonlyMap<string, DraftPerson[]>;

  constructor(people: readonly DraftPerson[]) {
    this.#byName = grouped(people, ({ name }) => name);
    for (const person of people) if (person.id !== '') this.#byId.set(person.id, person);
  }

  /** Of whom a name is near is asked once for each name, and no more often than that helps. */
  readonly #near = new Map<string, DraftPerson[]>();

  #nearTo(written: string): DraftPerson[] {
    const known = this.#near.get(written);
    if (known || this.#near.size >= MOST_STRANGERS) return known ?? [];
    const found = near(written, [...this.#byName.keys()]).flatMap((name) => this.#byName.get(name) ?? []);
    this.#near.set(written, found);
    return found;
  }

  /** The one person of this id or name. */
  known(written: string): DraftPerson | undefined {
    const named = this.#byName.get(written) ?? [];
    return this.#byId.get(written) ?? (named.length === 1 ? named[0] : undefined);
  }

  /**
   * Whom somebody may have meant who is not, or not surely, in the roster: all of that name, else those whose names
   * are near. Undefined for a person that is known, and where there is no roster.
   */
  meantBy(written: string): DraftPerson[] | undefined {
    if (this.#byName.size === 0 || this.known(written)) return undefined;
    return this.#byName.get(written) ?? this.#nearTo(written);
  }
}
