import fc from 'fast-check';
import { REAL_TIME } from '../calendar/clock';
import { civilOf, type Instant, instant } from '../calendar/zone';
import { ItemLife } from '../item/life';
import { aBirth, ASSIGNED, at, PEOPLE } from '../../testing/world';
import { briefOf } from './correspondence';
import { RoundId } from '../../base/ids';
import { type DueMail, type MailboxMemory, noticesByItem, noticesByRound, PersonMailbox } from './mailbox';
import { type Fact, lineId, type MailboxPost, type Reminder, type RoundPost } from './notice';
import type { RungId } from './rung';

const DAY = 86_400_000;
const { state, context } = new ItemLife(aBirth());
const days = (n: number): Instant => instant(at('2021-06-01', '08:30') + n * DAY);

const reminder = (day: number, rung: RungId = 'overdue'): Reminder => ({
  id: `2021-03/1.2/c1@${rung}/${civilOf(days(day))}`,
  rung,
  slot: days(day),
});

const fact = (seq: number, day = 0): Fact => ({
  id: `2021-03/1.2/c1#${seq}`,
  kind: 'returned',
  slot: days(day),
  cc: false,
});

const aPost = (version: number, list: Reminder[], facts: Fact[] = [], workflow = 'w'): MailboxPost => ({
  schemaVersion: 1,
  clock: REAL_TIME,
  to: { person: PEOPLE.handler, name: '乙', address: 'yi@example.org', language: 'zh-CN' },
  brief: briefOf(state, context, workflow),
  facts,
  reminders: { version, list },
});

const idsOf = (mail: DueMail | undefined): string[] => (mail?.lines ?? []).map(lineId).sort();

/** Sends whatever is due, slot after slot, up to a day. */
const drain = (box: PersonMailbox, until = 400): string[][] => {
  const mails: string[][] = [];
  for (let slot = box.nextSlot(); slot !== undefined && slot <= days(until); slot = box.nextSlot()) {
    const mail = box.due(slot);
    if (!mail) throw new Error('a slot without a mail');
    mails.push(idsOf(mail));
    box.settle(mail);
  }
  return mails;
};

describe('a mailbox', () => {
  test('says a fact once, however often it is posted', () => {
    const box = new PersonMailbox();
    box.take(aPost(1, [], [fact(1)]), ASSIGNED);
    box.take(aPost(1, [], [fact(1)]), ASSIGNED);
    expect(drain(box)).toEqual([[fact(1).id]]);
    box.take(aPost(1, [], [fact(1)]), days(1));
    expect(drain(box)).toEqual([]);
  });

  test('keeps only the newest list of an item, whichever comes last', () => {
    const box = new PersonMailbox();
    box.take(aPost(2, [reminder(5)]), ASSIGNED);
    box.take(aPost(1, [reminder(3), reminder(9)]), ASSIGNED);
    expect(drain(box)).toEqual([[reminder(5).id]]);
  });

  test('takes facts from a post whose list is old', () => {
    const box = new PersonMailbox();
    box.take(aPost(2, []), ASSIGNED);
    box.take(aPost(1, [reminder(3)], [fact(1)]), ASSIGNED);
    expect(drain(box)).toEqual([[fact(1).id]]);
  });

  test('gives one mail for everything that a slot holds, over all items', () => {
    const box = new PersonMailbox();
    box.take(aPost(1, [reminder(0)], [fact(1)], 'w1'), ASSIGNED);
    box.take(aPost(1, [reminder(0, 'talk')], [], 'w2'), ASSIGNED);
    expect(box.due(instant(days(0) - 1))).toBeUndefined();
    const mail = box.due(days(0));
    expect(mail?.slot).toBe(days(0));
    expect(mail?.lines.length).toBe(3);
  });

  test('confirms a decision in whatever mail goes out first, and in one of its own only where there is none', () => {
    const decided = (seq: number, day: number): Fact => ({ ...fact(seq, day), kind: 'you-decided' });
    const box = new PersonMailbox();
    box.take(aPost(1, [reminder(3)], [decided(1, 5)]), ASSIGNED);
    expect(box.nextSlot()).toBe(days(3));
    expect(box.due(days(3))).toMatchObject({ slot: days(3) });
    expect(drain(box)).toEqual([[decided(1, 5).id, reminder(3).id]]);
    box.take(aPost(2, [], [decided(2, 9)]), days(4));
    expect(box.due(days(8))).toBeUndefined();
    expect(drain(box)).toEqual([[decided(2, 9).id]]);
  });

  test('says of each rung after an outage only the latest day, in one mail, and settles them all', () => {
    const box = new PersonMailbox();
    const list = [reminder(0, 'warning'), reminder(10), reminder(15), reminder(20)];
    box.take(aPost(1, list, [fact(1, 2), fact(2, 3)]), ASSIGNED);
    const mail = box.due(days(30));
    expect(mail?.slot).toBe(days(20));
    expect(idsOf(mail)).toEqual(
      [fact(1, 2).id, fact(2, 3).id, reminder(0, 'warning').id, reminder(20).id].sort(),
    );
    if (mail) box.settle(mail);
    expect(mail?.ids.length).toBe(6);
    expect(box.isEmpty).toBe(true);
  });

  test('says no earlier day of a rung after a later one, though a new calendar has moved the rung', () => {
    const box = new PersonMailbox();
    box.take(aPost(1, [reminder(3), reminder(8)]), ASSIGNED);
    expect(drain(box, 3)).toEqual([[reminder(3).id]]);
    box.take(aPost(2, [reminder(2), reminder(2, 'talk'), reminder(7)]), days(3));
    expect(drain(box)).toEqual([[reminder(2, 'talk').id], [reminder(7).id]]);
  });

  test('says a rung once a day, though it was late and a new policy has set another day for today', () => {
    const box = new PersonMailbox();
    const late = { ...reminder(1), slot: days(3) };
    box.take(aPost(1, [late]), days(2));
    expect(drain(box, 3)).toEqual([[late.id]]);
    box.take(aPost(2, [{ ...reminder(3), slot: instant(days(3) + 1) }, reminder(4)]), days(3));
    expect(drain(box)).toEqual([[reminder(4).id]]);
  });

  test('says nothing late of a rung on a day on which the rung is still to be said', () => {
    const box = new PersonMailbox();
    const morning = instant(days(3) - 1);
    box.take(aPost(1, [reminder(2), reminder(2, 'talk'), reminder(3)]), morning);
    expect(idsOf(box.due(morning))).toEqual([reminder(2, 'talk').id]);
    expect(drain(box)).toEqual([[reminder(2, 'talk').id], [reminder(3).id]]);
  });

  test('says a mail again that was not settled, and nothing of it once it was', () => {
    const box = new PersonMailbox();
    box.take(aPost(1, [reminder(0)]), ASSIGNED);
    const mail = box.due(days(0));
    expect(box.due(days(0))).toEqual(mail);
    if (mail) box.settle(mail);
    expect(box.due(days(400))).toBeUndefined();
  });

  test('keeps what came while a mail was on its way', () => {
    const box = new PersonMailbox();
    box.take(aPost(1, [reminder(0)]), ASSIGNED);
    const mail = box.due(days(0));
    box.take(aPost(2, [reminder(0), reminder(1)], [fact(1)]), days(0));
    if (mail) box.settle(mail);
    expect(drain(box)).toEqual([[fact(1).id], [reminder(1).id]]);
  });

  test('never repeats a reminder that is posted again for a week, nor weeks after it was said', () => {
    const box = new PersonMailbox();
    const weekly = Array.from({ length: 30 }, (_, week) => reminder(week * 7));
    box.take(aPost(1, weekly), ASSIGNED);
    const mails: string[][] = [];
    for (let day = 0; day < 210; day += 1) {
      const recent = weekly.filter(({ slot }) => slot >= days(day - 7));
      box.take(aPost(day + 2, recent), days(day));
      const mail = box.due(days(day));
      if (mail) {
        mails.push(idsOf(mail));
        box.settle(mail);
      }
    }
    expect(mails).toEqual(weekly.map(({ id }) => [id]));
  });

  test('keeps what it is late to say when the item posts again and has not changed', () => {
    const box = new PersonMailbox();
    box.take(aPost(1, [reminder(0, 'unacknowledged'), reminder(30)]), ASSIGNED);
    box.take(aPost(2, [reminder(30), reminder(35)]), days(20));
    expect(drain(box)).toEqual([[reminder(0, 'unacknowledged').id], [reminder(30).id], [reminder(35).id]]);
  });

  test('drops what it is late to say when the item has become another', () => {
    const box = new PersonMailbox();
    const changed = aPost(2, [reminder(30)]);
    box.take(aPost(1, [reminder(0, 'unacknowledged'), reminder(30)]), ASSIGNED);
    box.take({ ...changed, brief: { ...changed.brief, status: 'in-progress' } }, days(20));
    expect(drain(box)).toEqual([[reminder(30).id]]);
  });

  test('goes on in its next run where it was', () => {
    const box = new PersonMailbox();
    box.take(aPost(1, [reminder(0), reminder(5)], [fact(1)]), ASSIGNED);
    const mail = box.due(days(0));
    if (mail) box.settle(mail);
    const next = new PersonMailbox(JSON.parse(JSON.stringify(box.remember())) as MailboxMemory);
    expect([next.to, next.size]).toEqual([box.to, 1]);
    next.take(aPost(1, [reminder(0)], [fact(1)]), days(1));
    expect(drain(next)).toEqual([[reminder(5).id]]);
  });

  test('does not change the memory that it was given', () => {
    const box = new PersonMailbox();
    box.take(aPost(1, [reminder(0)], [fact(1)]), ASSIGNED);
    const before = structuredClone(box.remember());
    drain(new PersonMailbox(box.remember()));
    expect(box.remember()).toEqual(before);
  });

  test('writes to the address that was posted last', () => {
    const box = new PersonMailbox();
    box.take(aPost(1, []), ASSIGNED);
    const moved = aPost(2, []);
    box.take({ ...moved, to: { ...moved.to, address: 'yi.new@example.org' } }, ASSIGNED);
    expect(box.to?.address).toBe('yi.new@example.org');
  });
});

test('of a mail that was refused each item hears of its own notices, each life of it too, and of those not shown', () => {
  const box = new PersonMailbox();
  const again = aPost(1, [], [], 'w/again');
  const inThatLife = { ...again, brief: { ...again.brief, cycle: 2 } };
  box.take(aPost(1, [reminder(0), reminder(1)], [fact(1)], 'w'), ASSIGNED);
  box.take({ ...inThatLife, facts: [{ ...fact(1), id: '2021-03/1.2/c2#1' }] }, ASSIGNED);
  const mail = box.due(days(1));
  expect(mail && [...noticesByItem(mail)]).toEqual([
    ['w', [fact(1).id, reminder(0).id, reminder(1).id]],
    ['w/again', ['2021-03/1.2/c2#1']],
  ]);
});

test('what a mailbox remembers is bounded: years of posts of many items leave little behind', () => {
  const box = new PersonMailbox();
  for (let day = 0; day < 1000; day += 1) {
    box.take(aPost(1, [reminder(day)], [{ ...fact(day, day), id: `${day}` }], `item/${day}`), days(day));
    const mail = box.due(days(day));
    if (mail) box.settle(mail);
  }
  const { items, facts, said } = box.remember();
  expect(facts).toEqual([]);
  expect(Object.keys(items).length).toBeLessThanOrEqual(9);
  expect(Object.keys(said).length).toBeLessThanOrEqual(20);
});

describe('posts', () => {
  const anyPosts = fc
    .array(fc.tuple(fc.uniqueArray(fc.nat(40), { maxLength: 6 }), fc.array(fc.nat(40), { maxLength: 2 })), {
      minLength: 1,
      maxLength: 8,
    })
    .map((lists) =>
      lists.map(([list, facts], index) =>
        aPost(
          index + 1,
          list.map((day) => reminder(day)),
          facts.map((day, n) => fact(index * 10 + n, day)),
        ),
      ),
    );
  const shuffledWithRepeats = anyPosts.chain((posts) =>
    fc.tuple(
      fc.constant(posts),
      fc
        .tuple(
          fc.shuffledSubarray(posts, { minLength: posts.length }),
          fc.shuffledSubarray(posts),
          fc.shuffledSubarray(posts),
        )
        .map((parts) => parts.flat()),
    ),
  );

  test('may come twice and in any order: the mails are the same', () => {
    fc.assert(
      fc.property(shuffledWithRepeats, ([posts, delivered]) => {
        const mails = [posts, delivered].map((sequence) => {
          const box = new PersonMailbox();
          for (const post of sequence) box.take(post, ASSIGNED);
          return drain(box);
        });
        expect(mails[1]).toEqual(mails[0]);
      }),
    );
  });
});

test('who has lost an item within a slot is not asked to act on it', () => {
  const post = aPost(1, [], [fact(1)]);
  const { handler, acceptor } = post.brief.people;
  const people = { ...post.brief.people, handler: { ...acceptor, name: '甲' } };
  const gone = { ...fact(2), kind: 'reassigned' as const, cc: true, from: handler.id, successor: '甲' };
  const later = { ...aPost(2, [], [gone]), brief: { ...post.brief, people } };
  const box = new PersonMailbox();
  box.take(post, ASSIGNED);
  box.take(later, ASSIGNED);
  const lines = box.due(days(0))?.lines ?? [];
  expect(lines.map((line) => 'fact' in line && [line.fact.kind, line.fact.cc])).toEqual([
    ['returned', true],
    ['reassigned', true],
  ]);
  expect(lines.map(({ brief }) => brief.people.handler.name)).toEqual(['甲', '甲']);

  const kept = new PersonMailbox();
  kept.take(post, ASSIGNED);
  expect(kept.due(days(0))?.lines).toMatchObject([{ fact: { cc: false } }]);
});

describe('what a round tells of itself', () => {
  const ROUND = RoundId.parse('2021-03');
  const ofRound = (seq: number, day = 0): RoundPost => ({
    schemaVersion: 1,
    clock: REAL_TIME,
    to: { person: PEOPLE.handler, name: '乙', address: 'yi@example.org', language: 'zh-CN' },
    rounds: [
      {
        round: ROUND,
        title: '第三轮',
        fact: { id: `2021-03#${seq}`, kind: 'key-replaced', slot: days(day), part: 'concerned' },
      },
    ],
  });

  test('goes out once, in one mail with what items tell, however often it is posted', () => {
    const box = new PersonMailbox();
    for (const post of [ofRound(7), ofRound(7)]) box.takeOfRound(post);
    box.take(aPost(1, [], [fact(3)]), days(0));
    expect(box.size).toBe(2);
    const mail = box.due(days(0));
    expect(mail?.ids).toEqual([
      { id: '2021-03/1.2/c1#3', item: state.item },
      { id: '2021-03#7', round: ROUND },
    ]);
    expect(mail && [...noticesByRound(mail)]).toEqual([[ROUND, ['2021-03#7']]]);
    if (mail) box.settle(mail);
    expect(box.isEmpty).toBe(true);
    box.takeOfRound(ofRound(7));
    expect(box.isEmpty).toBe(true);
  });

  test('waits for its slot alone, and goes from run to run', () => {
    const box = new PersonMailbox();
    box.takeOfRound(ofRound(7, 2));
    const next = new PersonMailbox(JSON.parse(JSON.stringify(box.remember())) as MailboxMemory);
    expect(next.nextSlot()).toBe(days(2));
    expect(next.due(days(1))).toBeUndefined();
    expect(next.due(days(2))).toMatchObject({
      slot: days(2),
      lines: [],
      rounds: [{ fact: { id: '2021-03#7' } }],
    });
  });
});
