import fc from 'fast-check';
import { deflated, toPayload } from '../base/deflated';
import { PersonMailbox } from '../domain/ladder/mailbox';
import { NOW } from '../testing/item';
import { REAL_TIME } from '../domain/calendar/clock';
import { ItemLife } from '../domain/item/life';
import { RoundLife } from '../domain/round/life';
import { Ledger } from '../domain/round/ledger';
import { readRow } from '../domain/round/row';
import { forgedPost } from '../testing/forgeries';
import { anyRowAround } from '../testing/rows';
import { aBirth, ASSIGNED, CALENDAR, date, PLANNED } from '../testing/world';
import { aHead } from '../testing/round';
import { isList, readPost, unreadIn } from './readable';

/** Fields that no version has yet. */
const fields = fc.dictionary(
  fc.stringMatching(/^later-[a-z]{1,6}$/),
  fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string())),
  { minKeys: 1, maxKeys: 3 },
);

/** A value with such fields in every object that is in it. */
const withFields = (value: unknown, more: object): unknown => {
  if (Array.isArray(value)) return value.map((one) => withFields(one, more));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, withFields(part, more)]);
  return { ...Object.fromEntries(parts), ...more };
};

const anyRow = anyRowAround(date('2021-06-01'));

test('a row with fields that this version does not know is taken whole, and stays whole in the ledger', () => {
  fc.assert(
    fc.property(anyRow, fields, (row, more) => {
      const written = withFields(row, more);
      expect(unreadIn('rows', [written])).toEqual([]);
      const read = readRow(written);
      expect(read).toEqual(written);
      const ledger = new Ledger([]);
      if (read) ledger.note(read);
      expect(new Ledger(ledger.rows).rows).toEqual([written]);
    }),
  );
});

test('a post with such fields is taken whole, and stays whole in the mailbox', () => {
  fc.assert(
    fc.property(fields, (more) => {
      const written = withFields(forgedPost(), more);
      expect(unreadIn('posts', toPayload([written]))).toEqual([]);
      const post = readPost(written);
      expect(post).toEqual(written);
      if (!post || !('brief' in post)) throw new Error('no post of an item');
      const box = new PersonMailbox();
      box.take(post, NOW);
      const again = new PersonMailbox(box.remember()).remember();
      expect(again.facts).toEqual([{ brief: post.brief, fact: post.facts[0] }]);
    }),
  );
});

test('a row of a version that told less is taken, and says nothing that it did not', () => {
  const [row] = fc.sample(anyRow, 1);
  const { acted: _, extensions: __, proposals: ___, ...older } = row ?? {};
  expect(unreadIn('rows', [older])).toEqual([]);
  expect(readRow(older)).toEqual({ ...older, acted: [], extensions: 0, proposals: [] });
});

test('what a memory holds that this version does not know goes on to the next run', () => {
  const item = new ItemLife(aBirth()).remember();
  const birth = {
    head: aHead(),
    calendar: CALENDAR,
    clock: REAL_TIME,
    items: [PLANNED],
    assignedAt: ASSIGNED,
  };
  const round = new RoundLife(birth);
  const later = { laterField: [1] };
  expect(new ItemLife(aBirth(), { ...item, ...later }).remember()).toMatchObject(later);
  expect(new RoundLife(birth, { ...round.remember(), ...later }).remember()).toMatchObject(later);
  const box = new PersonMailbox().remember();
  expect(new PersonMailbox({ ...box, ...later }).remember()).toMatchObject(later);
});

test('of several messages only those that cannot be read are named', () => {
  const post = forgedPost();
  const later = { ...post, facts: post.facts.map((fact) => ({ ...fact, kind: 'of-a-later-version' })) };
  expect(unreadIn('posts', [post, later, post, {}, 7])).toEqual([1, 3, 4]);
  expect(unreadIn('posts', toPayload([later]))).toEqual([0]);
  expect(unreadIn('posts', post)).toEqual([]);
  expect(unreadIn('rows', [{ status: 'of-a-later-version' }])).toEqual([0]);
  expect(unreadIn('refused-mail', {})).toEqual([0]);
  expect(unreadIn('rows', { deflated: 'rubbish' })).toEqual([0]);
});

test('what is no list, or cannot be unpacked to one, is told from a list with messages that cannot be read', () => {
  const rows = fc.sample(anyRow, 3);
  for (const list of [rows, deflated(rows), [{}], []]) expect(isList(list)).toBe(true);
  for (const other of [rows[0], { deflated: 'rubbish' }, { zipped: 'by a later version' }, null, 7])
    expect(isList(other)).toBe(false);
});

test('what is signed is not judged here: it is refused where it is decided', () => {
  expect(unreadIn('round-command', { later: 1 })).toEqual([]);
});
