import { type Instant, instant } from '../calendar/zone';
import type { KeyId, KeyMaterial, KeyRing, PublicKey } from '../identity/key';
import type { PersonId } from '../../base/ids';
import { personIn } from './offices';
import type { Person, Roster } from './roster';

/** Whom a person's record names: deputies and superior. */
export const namedBy = ({ deputies, superior }: Person): PersonId[] => [
  ...deputies,
  ...(superior ? [superior] : []),
];

/** The people that an item needs, and those they name. */
export const relevantTo = (roster: Roster, own: readonly PersonId[]): Roster => {
  const needed = new Set(own);
  for (const person of roster.people)
    if (own.includes(person.id)) for (const id of namedBy(person)) needed.add(id);
  return { ...roster, people: roster.people.filter(({ id }) => needed.has(id)) };
};

const withKeysOf = (person: Person, known: Person | undefined): Person => {
  if (!known) return person;
  const { keys, ...record } = person;
  return known.keys ? { ...record, keys: known.keys } : record;
};

/**
 * A roster with new people, and with new records of those it has: their keys are never changed in this way.
 */
export const withPeople = (roster: Roster, newcomers: readonly Person[]): Roster => {
  const coming = new Map(newcomers.map((person) => [person.id, person]));
  const known = roster.people.map((old) => {
    const fresh = coming.get(old.id);
    coming.delete(old.id);
    return fresh ? withKeysOf(fresh, old) : old;
  });
  return { ...roster, people: [...known, ...coming.values()] };
};

/**
 * Of people who have been registered, those that concern a roster: the ones it has, and the ones these newly name. They
 * come with their keys. People named earlier may not, so they are left out as they were then.
 */
export const concerning = (roster: Roster, newcomers: readonly Person[]): Person[] => {
  const named = newcomers.flatMap((fresh) => {
    const known = personIn(roster, fresh.id);
    return known ? namedBy(fresh).filter((id) => !namedBy(known).includes(id)) : [];
  });
  return newcomers.filter(({ id }) => personIn(roster, id) !== undefined || named.includes(id));
};

const replaced =
  (from: PersonId, to: PersonId) =>
  (id: PersonId): PersonId =>
    id === from ? to : id;

/** A roster in which all offices of a person have gone to another. */
export const withSuccessor = (roster: Roster, from: PersonId, to: PersonId): Roster => {
  const now = replaced(from, to);
  const each = (ids: readonly PersonId[]) => [...new Set(ids.map(now))];
  return {
    ...roster,
    head: now(roster.head),
    archivist: now(roster.archivist),
    office: each(roster.office),
    oversight: each(roster.oversight),
    ...(roster.contacts && {
      contacts: Object.fromEntries(
        Object.entries(roster.contacts).map(([section, person]) => [section, now(person)]),
      ),
    }),
  };
};

/** A key that ends now may have signed the command that ends it. */
const justAfter = (now: Instant): Instant => instant(now + 1);

const withRing = (roster: Roster, person: PersonId, change: (ring: KeyRing) => PublicKey[]): Roster => ({
  ...roster,
  people: roster.people.map((one) => (one.id === person ? { ...one, keys: change(one.keys ?? []) } : one)),
});

const replacedBy = (ring: KeyRing, key: KeyMaterial, now: Instant, from: Instant): PublicKey[] => [
  ...ring.map((old) =>
    old.until !== undefined && old.until <= now ? old : { ...old, until: later(now, old.from) },
  ),
  { ...key, from },
];

/**
 * A roster in which a person signs with another key from now on; what older keys signed stays good. An item may
 * have got the person's record with the new key before it hears of the replacement: then there is nothing to do. `from`: since when
 * the round has the key, of which an item hears later.
 */
export const withKey = (
  roster: Roster,
  person: PersonId,
  key: KeyMaterial,
  now: Instant,
  from: Instant = now,
): Roster =>
  withRing(roster, person, (ring) =>
    ring.some(({ kid }) => kid === key.kid) ? ring : replacedBy(ring, key, now, from),
  );

/** A key ends after it begins, even if it was to begin later. */
const later = (now: Instant, from: Instant): Instant => justAfter(now > from ? now : from);

/** A roster in which a key may no longer sign. One that was revoked before keeps its earlier date. */
export const withoutKey = (roster: Roster, person: PersonId, kid: KeyId, now: Instant): Roster =>
  withRing(roster, person, (ring) =>
    ring.map((key) => (key.kid === kid ? { ...key, revoked: key.revoked ?? justAfter(now) } : key)),
  );
