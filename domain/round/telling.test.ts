import fc from 'fast-check';
import { instant } from '../calendar/zone';
import { mailboxOf, type RoundPost, RoundPost as Post } from '../ladder/notice';
import { NOW } from '../../testing/item';
import { aGoodKey, aKey, aNewcomer } from '../../testing/newcomers';
import { WholeRound } from '../../testing/round';
import { PEOPLE, POLICY, ROSTER } from '../../testing/world';
import { Policy } from './policy';
import { REAL_TIME } from '../calendar/clock';

const { handler, head, office, oversight, leader } = PEOPLE;
const DAY = 86_400_000;

/** The handler and the office have a key; the policy is `identity`. */
const aRound = (identity: 'signed' | 'claimed' = 'signed') =>
  new WholeRound({
    policy: { ...POLICY, identity },
    roster: {
      ...ROSTER,
      people: ROSTER.people.map((one) => {
        const no = [handler, office].indexOf(one.id);
        return no < 0 ? one : { ...one, keys: [aGoodKey(no + 1)] };
      }),
    },
  });

const toldTo = (posts: readonly RoundPost[]) =>
  posts.map(({ to, rounds: [line] }) => [to.address, line?.fact.kind, line?.fact.part]);

const known = (id: string) => {
  const found = ROSTER.people.find((one) => one.id === id);
  if (!found) throw new RangeError(id);
  return found;
};

const moved = (address = 'new@example.org') => ({
  people: [{ ...known(handler), address }],
  reason: '换邮箱',
});

test('a key that is replaced is told to its owner, the head, oversight and the office, with both keys', () => {
  const round = aRound();
  round.give('replace-key', NOW, { person: handler, key: aKey(9) });
  expect(toldTo(round.posts)).toEqual([
    ['yi@example.org', 'key-replaced', 'concerned'],
    ['ding@example.org', 'key-replaced', 'signer'],
    ['ji@example.org', 'key-replaced', 'signer'],
    ['wu@example.org', 'key-replaced', 'signer'],
  ]);
  expect(round.posts[0]?.rounds[0]?.fact).toMatchObject({
    by: '戊',
    person: { id: handler, name: '乙' },
    kid: aKey(9).kid,
    former: [aKey(1).kid],
    at: NOW,
  });
});

test('a first key, and one that is revoked, are told too', () => {
  const round = aRound();
  round.give('replace-key', NOW, { person: leader, key: aKey(9) });
  expect(toldTo(round.posts)[0]).toEqual(['jia@example.org', 'key-registered', 'concerned']);
  round.give('revoke-key', NOW, { person: leader, kid: aKey(9).kid, reason: '遗失' });
  expect(toldTo(round.posts).slice(4)).toEqual([
    ['jia@example.org', 'key-revoked', 'concerned'],
    ['ding@example.org', 'key-revoked', 'copy'],
    ['ji@example.org', 'key-revoked', 'copy'],
    ['wu@example.org', 'key-revoked', 'copy'],
  ]);
  expect(round.posts.at(-1)?.rounds[0]?.fact.text).toBe('遗失');
});

test('a changed address is told at the old and at the new one, which have mailboxes of their own', () => {
  const round = aRound('claimed');
  round.give('register-people', NOW, moved());
  expect(toldTo(round.posts)).toEqual([
    ['new@example.org', 'address-changed', 'concerned'],
    ['yi@example.org', 'address-changed', 'concerned'],
    ['ding@example.org', 'address-changed', 'copy'],
    ['ji@example.org', 'address-changed', 'copy'],
  ]);
  const boxes = round.posts.map(({ to }) => mailboxOf(to, REAL_TIME));
  expect(boxes[0]).toBe(handler);
  expect(boxes[1]).toMatch(/^yi~[0-9a-f]{12}$/);
  expect(round.posts[0]?.rounds[0]?.fact.text).toBe('yi@example.org → new@example.org');
});

test('whoever changes an address first, and then the key, is still told of at the old address for thirty days', () => {
  const addresses = (after: number) => {
    const round = aRound();
    round.give('register-people', NOW, moved());
    round.posts.length = 0;
    round.give('replace-key', instant(NOW + after), { person: handler, key: aKey(9) });
    return toldTo(round.posts)
      .filter(([, , part]) => part === 'concerned')
      .map(([address]) => address);
  };
  expect(addresses(29 * DAY)).toEqual(['new@example.org', 'yi@example.org']);
  expect(addresses(31 * DAY)).toEqual(['new@example.org']);
});

test('however often an address is changed, the one that was theirs at first and the one just left are told, four in all at most', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 25 }), (changes) => {
      const round = aRound();
      let current = 'yi@example.org';
      for (const no of changes) {
        const next = `${no}@example.org`;
        if (next === current) continue;
        round.posts.length = 0;
        round.give('register-people', NOW, moved(next));
        const told = toldTo(round.posts)
          .filter(([, , part]) => part === 'concerned')
          .map(([address]) => address);
        expect(told).toEqual(expect.arrayContaining(['yi@example.org', current, next]));
        expect(told.length).toBeLessThanOrEqual(4);
        expect(new Set(told).size).toBe(told.length);
        current = next;
      }
      expect(round.life.remember().former?.length ?? 0).toBeLessThanOrEqual(3);
    }),
    { numRuns: 40 },
  );
});

test('a new policy is told to head, oversight and office, with what it changes, confirmations first', () => {
  const round = aRound();
  const { policy } = round.life.head;
  const next = Policy.parse({
    ...policy,
    version: 'next',
    review: { leaderWorkingDays: 9 },
    confirm: { decisions: 'off' },
  });
  round.give('new-policy', NOW, { policy: next });
  expect(toldTo(round.posts)).toEqual([
    ['ding@example.org', 'policy-changed', 'copy'],
    ['ji@example.org', 'policy-changed', 'copy'],
    ['wu@example.org', 'policy-changed', 'copy'],
  ]);
  const { text = '', by } = round.posts[0]?.rounds[0]?.fact ?? {};
  expect(by).toBe('戊');
  expect(text).toMatch(/^confirm\.decisions: \S+ → off; .*review\.leaderWorkingDays: 3 → 9/);
});

test('a newcomer hears of the key that was registered for them', () => {
  const round = aRound();
  round.give('register-people', NOW, { people: [aNewcomer({ keys: [aGoodKey(7)] })], reason: '新到任' });
  expect(toldTo(round.posts)).toEqual([['mou@example.org', 'key-registered', 'concerned']]);
});

test('where people are taken at their word nobody hears of keys', () => {
  const round = aRound('claimed');
  round.give('replace-key', NOW, { person: handler, key: aKey(9) });
  expect(round.posts).toEqual([]);
});

test('every notice has an id of its own, the same whenever it is posted, and is told by posts of the agreed form', () => {
  const tell = () => {
    const round = aRound();
    round.give('register-people', NOW, moved());
    round.give('replace-key', NOW, { person: handler, key: aKey(9) });
    return round.posts;
  };
  const posts = tell();
  const named = posts.map(({ to, rounds: [line] }) => `${to.address} ${line?.fact.id}`);
  expect(new Set(named).size).toBe(named.length);
  expect(tell()).toEqual(posts);
  for (const post of posts) expect(Post.parse(JSON.parse(JSON.stringify(post)))).toEqual(post);
});

test('a refused mail of the round is noted, and told to those of the office whom mail reaches', () => {
  const round = aRound();
  const refused = (person: typeof head, address: string) => {
    round.life.noteRefused({ person, address, reason: '550', notices: ['2021-03#2'] }, NOW);
    round.settle(NOW);
  };
  refused(head, 'ding@example.org');
  expect(toldTo(round.posts)).toEqual([['wu@example.org', 'undeliverable', 'signer']]);
  refused(office, 'wu@example.org');
  refused(oversight, 'ji@example.org');
  expect(round.posts).toHaveLength(1);
  expect(round.life.log.filter(({ event }) => event.type === 'mail-undeliverable')).toHaveLength(3);
});

test('the report of a refused mail that comes again is told no more; one of another address, or another mail, is', () => {
  const round = aRound();
  const report = { person: head, address: 'ding@example.org', reason: '550', notices: ['2021-03#2'] };
  const come = (more: object = {}) => {
    round.life.noteRefused({ ...report, ...more }, NOW);
    round.settle(NOW);
    return round.posts.length;
  };
  expect(come()).toBe(1);
  expect(come()).toBe(1);
  expect(come({ reason: '551' })).toBe(1);
  expect(come({ notices: ['2021-03#3'] })).toBe(2);
  expect(come({ address: 'other@example.org' })).toBe(3);
});
