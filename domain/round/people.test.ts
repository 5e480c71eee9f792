import fc from 'fast-check';
import { instant } from '../calendar/zone';
import { keyAt, KeyRing } from '../identity/key';
import { NOW } from '../../testing/item';
import { aGoodKey, aKey, aNewcomer } from '../../testing/newcomers';
import { PEOPLE, ROSTER, STRANGER } from '../../testing/world';
import { personIn } from './offices';
import { concerning, relevantTo, withKey, withoutKey, withPeople, withSuccessor } from './people';
import { type Person, Roster } from './roster';

const { handler, leader, head, office, oversight, archivist, deputy } = PEOPLE;
const one = (id: string, more: Partial<Person> = {}): Person =>
  aNewcomer({ ...personIn(ROSTER, id), ...more });

const keyed: Roster = withPeople({ ...ROSTER, people: ROSTER.people.filter(({ id }) => id !== handler) }, [
  one(handler, { keys: [aGoodKey(1)] }),
]);
const keysOf = (roster: Roster, id: string = handler) => personIn(roster, id)?.keys ?? [];

describe('a roster with people', () => {
  test('has the new ones after those it had, and new records in their places', () => {
    const roster = withPeople(ROSTER, [aNewcomer(), one(leader, { address: 'new@example.org' })]);
    expect(roster.people.map(({ id }) => id)).toEqual([...ROSTER.people.map(({ id }) => id), STRANGER]);
    expect(personIn(roster, leader)?.address).toBe('new@example.org');
  });

  test('never takes another’s keys for theirs, nor theirs away', () => {
    for (const keys of [undefined, [], [aGoodKey(2)]]) {
      const { keys: _, ...record } = one(handler);
      const fresh = keys ? { ...record, keys } : record;
      expect(keysOf(withPeople(keyed, [fresh]))).toEqual([aGoodKey(1)]);
    }
    expect(personIn(withPeople(ROSTER, [one(leader, { keys: [aGoodKey(2)] })]), leader)).not.toHaveProperty(
      'keys',
    );
  });
});

test('an item knows its own people and whom they name, and no further', () => {
  const roster = withPeople(ROSTER, [
    one(leader, { superior: head, deputies: [STRANGER] }),
    aNewcomer({ superior: archivist }),
  ]);
  expect(relevantTo(roster, [leader]).people.map(({ id }) => id)).toEqual([leader, head, STRANGER]);
});

test('of people who are registered those concern a roster whom it has, and whom these name', () => {
  const people = [one(leader, { deputies: [STRANGER] }), aNewcomer()];
  expect(concerning(ROSTER, people)).toEqual(people);
  expect(concerning(ROSTER, [aNewcomer({ deputies: [leader] })])).toEqual([]);
});

test('a roster takes no notice of strangers whom its people named before', () => {
  const knowing = one(leader, { superior: STRANGER });
  const roster = { ...ROSTER, people: ROSTER.people.map((old) => (old.id === leader ? knowing : old)) };
  const moved = { ...knowing, address: 'new@example.org' };
  expect(concerning(roster, [moved, aNewcomer()])).toEqual([moved]);
});

test('a successor has every office that the other had, and none twice', () => {
  const roster: Roster = {
    ...ROSTER,
    office: [office, leader],
    oversight: [oversight, office],
    head: office,
  };
  expect(withSuccessor(roster, office, leader)).toEqual({
    ...roster,
    head: leader,
    office: [leader],
    oversight: [oversight, leader],
  });
  expect(withSuccessor(roster, deputy, leader)).toEqual(roster);
});

describe('a key', () => {
  test('that is replaced stays good for what it signed up to that instant, and signs nothing after', () => {
    const roster = withKey(keyed, handler, aKey(2), NOW);
    const good = (byte: number, at: number) => 'key' in keyAt(keysOf(roster), aKey(byte).kid, instant(at));
    expect([good(1, NOW), good(1, NOW + 1), good(2, NOW - 1), good(2, NOW)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test('that is revoked signs nothing from then on, and stays in the ring', () => {
    const ring = keysOf(withoutKey(keyed, handler, aKey(1).kid, NOW));
    expect(keyAt(ring, aKey(1).kid, NOW)).toHaveProperty('key');
    expect(keyAt(ring, aKey(1).kid, instant(NOW + 1))).toEqual({ fault: 'key-revoked' });
  });

  test('is heard of a second time without effect: the record may have come first, with the key in it', () => {
    const replaced = withKey(keyed, handler, aKey(2), NOW);
    expect(withKey(replaced, handler, aKey(2), instant(NOW + 9))).toEqual(replaced);
    const revoked = withoutKey(replaced, handler, aKey(2).kid, NOW);
    expect(withoutKey(revoked, handler, aKey(2).kid, instant(NOW + 9))).toEqual(revoked);
  });

  test('whatever is replaced and revoked, a ring keeps its form, and one key at most may sign', () => {
    const step = fc.record({ byte: fc.integer({ min: 1, max: 6 }), after: fc.nat(3), revoke: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let roster = keyed;
        let now = NOW;
        for (const { byte, after, revoke } of steps) {
          now = instant(now + after);
          const key = aKey(byte);
          if (revoke) roster = withoutKey(roster, handler, key.kid, now);
          else roster = withKey(roster, handler, key, now);
        }
        const ring = keysOf(roster);
        expect(KeyRing.safeParse(ring).success).toBe(true);
        const later = instant(now + 1);
        expect(ring.filter(({ kid }) => 'key' in keyAt(ring, kid, later)).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('of one person is no business of another', () => {
    const roster = withKey(keyed, leader, aKey(2), NOW);
    expect(keysOf(roster)).toEqual([aGoodKey(1)]);
    expect(keysOf(withoutKey(roster, leader, aKey(1).kid, NOW))).toEqual([aGoodKey(1)]);
  });
});

test('what becomes of a roster is a roster', () => {
  const roster = withSuccessor(withPeople(keyed, [aNewcomer()]), head, STRANGER);
  expect(Roster.parse(withKey(roster, STRANGER, aKey(3), NOW)).head).toBe(STRANGER);
});
