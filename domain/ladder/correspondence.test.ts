import { REAL_TIME } from '../calendar/clock';
import { type Instant, instant } from '../calendar/zone';
import { BodyId, type PersonId } from '../../base/ids';
import { ItemLife } from '../item/life';
import { anItem, doTheWork, give, NOW } from '../../testing/item';
import { aBirth, aContext, ASSIGNED, at, CALENDAR, PEOPLE, planned } from '../../testing/world';
import { briefOf } from './correspondence';
import { MailboxPost, mailboxName, mailboxOf, ownerOf, receiptName, slotName } from './notice';

const { handler, leader, acceptor, head } = PEOPLE;
const postsAt = (life: ItemLife, now: Instant) => {
  life.passTime(now);
  return life.takePosts(now, 'w');
};
const listOf = (posts: MailboxPost[], to: PersonId): string[] =>
  posts
    .find((post) => post.to.person === to)
    ?.reminders.list.map(({ id }) => id.slice(id.indexOf('@') + 1)) ?? [];

describe('an item posts', () => {
  test('to its own people ahead of time, and to outsiders only what has happened', () => {
    const posts = postsAt(anItem(), ASSIGNED);
    expect(posts.map(({ to }) => to.person)).toEqual([leader, handler]);
    expect(posts.every((post) => MailboxPost.safeParse(post).success)).toBe(true);
    const life = anItem();
    postsAt(life, ASSIGNED);
    const wake = life.nextWake(NOW);
    const later = wake === undefined ? [] : postsAt(life, wake);
    expect(listOf(later, head)).toEqual(['overdue/2021-07-01']);
  });

  test('nothing when nothing has changed, though instants have passed', () => {
    const life = anItem('in-progress');
    postsAt(life, NOW);
    for (const day of ['2021-05-20', '2021-06-10', '2021-06-18', '2021-06-30'])
      expect([day, postsAt(life, at(day, '12:00')).length]).toEqual([day, 0]);
  });

  test('again at once when a return sets a new date: what was planned for the old one is gone', () => {
    const life = anItem('in-progress');
    expect(listOf(postsAt(life, NOW), handler)).toContain('warning/2021-06-18');
    doTheWork(life, NOW);
    give(life, 'request-closure', NOW);
    give(life, 'return', NOW, { newDeadline: '2021-06-09' });
    expect(listOf(postsAt(life, NOW), handler)).toEqual([
      'reminder/2021-05-20',
      'warning/2021-05-28',
      'imminent/2021-06-04',
      'imminent/2021-06-07',
      'imminent/2021-06-08',
      'imminent/2021-06-09',
      'overdue/2021-06-10',
      'overdue/2021-06-18',
      'overdue/2021-06-25',
      'overdue/2021-07-02',
      'overdue/2021-07-09',
    ]);
  });

  test('an empty list to everybody who still held one, when closure is asked for', () => {
    const life = anItem('in-progress');
    postsAt(life, NOW);
    postsAt(life, at('2021-06-22', '00:00'));
    doTheWork(life, at('2021-06-22'));
    give(life, 'request-closure', at('2021-06-22'));
    const posts = postsAt(life, at('2021-06-22'));
    expect(listOf(posts, handler)).toEqual([]);
    expect(posts.map(({ to }) => to.person)).toEqual([leader, handler]);
    expect(
      posts.flatMap(({ reminders }) => reminders.list).every(({ rung }) => rung.startsWith('review')),
    ).toBe(true);
  });

  test('what the item now is, when it no longer is what the mailbox last heard', () => {
    const life = anItem('assigned');
    postsAt(life, ASSIGNED);
    // The day of 催签 has passed, so no reminder falls away when the item is acknowledged.
    give(life, 'acknowledge', NOW);
    expect(postsAt(life, NOW).map(({ to, brief }) => [to.person, brief.status])).toEqual([
      [leader, 'in-progress'],
      [handler, 'in-progress'],
    ]);
    expect(postsAt(life, NOW)).toEqual([]);
  });

  test('with a version that grows with every posting', () => {
    const life = anItem('assigned');
    const first = postsAt(life, ASSIGNED);
    give(life, 'acknowledge', NOW);
    const second = postsAt(life, NOW);
    expect([first, second].map((posts) => posts.map(({ reminders }) => reminders.version))).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});

describe('a review', () => {
  test('reminds its reviewer alone, and nobody of the item’s own deadline', () => {
    const posts = postsAt(anItem('leader-review'), NOW);
    expect(listOf(posts, leader).slice(0, 3)).toEqual([
      'review-due/2021-05-13',
      'review-overdue/2021-05-14',
      'review-escalated/2021-05-18',
    ]);
    expect(listOf(posts, handler)).toEqual([]);
    const next = postsAt(anItem('acceptance'), NOW);
    expect(listOf(next, acceptor)).toContain('review-due/2021-05-17');
    expect(listOf(next, leader)).toEqual([]);
  });

  test('that is late is told to the reviewer’s superior, the head where none is named', () => {
    const life = anItem('leader-review');
    postsAt(life, NOW);
    expect(listOf(postsAt(life, at('2021-05-18', '00:00')), head)).toEqual(['review-escalated/2021-05-18']);
    const { roster } = life.context;
    const people = roster.people.map((one) =>
      one.id === leader ? { ...one, superior: PEOPLE.office } : one,
    );
    const other = anItem('leader-review', aBirth({ roster: { ...roster, people } }));
    postsAt(other, NOW);
    const posts = postsAt(other, at('2021-05-18', '00:00'));
    expect([listOf(posts, head), listOf(posts, PEOPLE.office)]).toEqual([
      [],
      ['review-escalated/2021-05-18'],
    ]);
  });
});

describe('an item that slept through the days of its rungs', () => {
  const late = at('2021-08-16', '10:00');
  const awake = () => {
    const life = anItem('in-progress');
    postsAt(life, NOW);
    return { life, posts: postsAt(life, late) };
  };

  test('notices each of them once, the repeating ones by their last day', () => {
    const { life } = awake();
    expect(life.state.reached.map(({ rung, day }) => `${rung}/${day}`).sort()).toEqual([
      'accountability/2021-07-28',
      'overdue/2021-08-12',
      'talk/2021-07-14',
      'urging-letter/2021-07-07',
    ]);
    life.passTime(late);
    expect(life.state.reached.length).toBe(4);
  });

  test('still tells everybody who had not heard, at the next instant for mail', () => {
    const { posts } = awake();
    expect(listOf(posts, PEOPLE.office)).toEqual(['urging-letter/2021-07-07', 'talk/2021-07-14']);
    expect(listOf(posts, PEOPLE.oversight)).toEqual(['accountability/2021-07-28']);
    expect(listOf(posts, head).sort()).toEqual(['overdue/2021-08-12', 'talk/2021-07-14']);
    const slots = posts
      .filter(({ to }) => to.person === PEOPLE.office)
      .flatMap(({ reminders }) => reminders.list);
    expect(slots.every(({ slot }) => slot > late && slot < late + 60_000)).toBe(true);
  });
});

test('every notice that has come due is known, once, with its slot', () => {
  const life = anItem('in-progress');
  postsAt(life, NOW);
  for (const day of ['2021-06-10', '2021-06-18', '2021-06-18']) postsAt(life, at(day, '12:00'));
  const reminders = life.said.filter(({ id }) => id.includes('@'));
  expect(reminders.map(({ to, id }) => `${to} ${id.slice(id.indexOf('@') + 1)}`).sort()).toEqual([
    'jia warning/2021-06-18',
    'yi reminder/2021-06-10',
    'yi warning/2021-06-18',
  ]);
});

describe('what a mail says of an item', () => {
  test('has its deadline, or none, and whether that is provisional', () => {
    const { state, context } = anItem('leader-review');
    expect(briefOf(state, context, 'w')).toMatchObject({
      workflow: 'w',
      number: '1.2',
      deadline: '2021-06-30',
      reviewDeadline: '2021-05-13',
      provisional: false,
      people: { leader: { id: leader, name: '甲' }, handler: { name: '乙' }, acceptor: { name: '丙' } },
    });
    const calendar = { ...CALENDAR, published: [2020] };
    expect(briefOf(state, { ...context, calendar }, 'w').provisional).toBe(true);
    const without = anItem('assigned', aBirth({ planned: planned({ deadline: null }), calendar }));
    expect(briefOf(without.state, without.context, 'w')).toMatchObject({ provisional: false });
    expect(briefOf(without.state, without.context, 'w')).not.toHaveProperty('deadline');
  });
});

describe('names', () => {
  test('of a slot and its receipts are in UTC and safe in a file name', () => {
    const slot = at('2021-05-06', '08:30');
    expect(slotName(slot)).toBe('20210506T003000Z');
    expect(receiptName('yi', slot, 1)).toBe('mail/yi/20210506T003000Z.json');
    expect(receiptName('yi', slot, 2)).toBe('mail/yi/20210506T003000Z~2.json');
  });

  test('of a mailbox keep drills apart from the person’s own', () => {
    const drill = { ...REAL_TIME, domain: instant(0), drill: 'd1' };
    expect(mailboxName({ person: handler }, REAL_TIME)).toBe('yi');
    expect(mailboxName({ person: handler }, drill)).toBe('yi@d1');
    expect(mailboxName({ person: handler, body: BodyId.parse('some-body') }, drill)).toBe('yi.some-body@d1');
  });

  test.each(['yi', 'yi@d1', 'yi.some-body', 'yi.some-body@d1', 'yi~0123456789ab.some-body@d1'])(
    'of the mailbox %s says whose it is',
    (name) => {
      expect(ownerOf(name)).toBe('yi');
    },
  );

  test('of a mailbox keep the people of two bodies apart, whoever has the id', () => {
    const boxes = ['one', 'other'].map((code) => {
      const { round, ...context } = aContext();
      const life = new ItemLife({
        ...aBirth(),
        context: { ...context, round: { ...round, bodyId: BodyId.parse(code) } },
      });
      return life.takePosts(NOW, 'w').map(({ to, clock }) => mailboxOf(to, clock));
    });
    expect(boxes[0]).toContain('yi.one');
    expect(boxes[1]).toContain('yi.other');
  });
});

describe('the head of the log', () => {
  test('goes with every post, as it is then', () => {
    const life = anItem('leader-review');
    const last = life.log.at(-1);
    const [post] = life.takePosts(NOW, 'w');
    expect(post?.brief.log).toEqual({ entries: last?.seq, head: last?.hash });
  });

  test('is no reason to post again', () => {
    const life = anItem('in-progress');
    life.takePosts(NOW, 'w');
    give(life, 'report-progress', NOW);
    expect(life.takePosts(NOW, 'w')).toEqual([]);
  });
});
