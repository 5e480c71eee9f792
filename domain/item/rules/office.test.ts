import { instant } from '../../calendar/zone';
import { reminderId } from '../../ladder/notice-id';
import { Policy } from '../../round/policy';
import { rowOf } from '../../round/row';
import { aFile, anItem, birthFor, give, NOW, refusalOf } from '../../../testing/item';
import { askedByLast, reminded, toldOfLast } from '../../../testing/told';
import { aBirth, at, date, PEOPLE, planned } from '../../../testing/world';
import type { ItemLife } from '../life';
import { isOpen, STATUSES, type Status } from '../states';

const { handler, leader, acceptor, head, office, oversight, deputy } = PEOPLE;
const HOUR = 3_600_000;
const OPEN = STATUSES.filter(isOpen);
const ENDED = STATUSES.filter((status) => !isOpen(status));

describe('an item is withdrawn', () => {
  test.each(OPEN)('by the head when it is %s, and by nobody else', (status) => {
    const life = anItem(status);
    for (const by of [handler, leader, acceptor, office, oversight])
      expect(refusalOf(life, 'withdraw', NOW, { by })).toMatchObject({
        type: 'NotAuthorised',
        command: 'withdraw',
        by,
        roles: ['head'],
      });
    give(life, 'withdraw', NOW, { into: '1.3' });
    expect(life.state).toMatchObject({ status: 'withdrawn', withdrawal: { by: head, into: '1.3' } });
    expect(life.state).not.toHaveProperty('review');
    expect(rowOf(life.state, life.context, 1)).toMatchObject({
      withdrawnOn: '2021-05-10',
      mergedInto: '1.3',
    });
  });

  test.each(ENDED)('no more when it is %s', (status) => {
    expect(refusalOf(anItem(status), 'withdraw', NOW)).toMatchObject({ type: 'WrongState', status });
  });

  test('not into itself', () => {
    expect(refusalOf(anItem(), 'withdraw', NOW, { into: '1.2' })).toEqual({
      type: 'IntoItself',
      number: '1.2',
    });
  });

  test('and its people, the office and the head who did it hear of it, but are reminded of nothing any more', () => {
    const life = anItem('in-progress');
    life.takePosts(NOW, 'w');
    give(life, 'withdraw', NOW);
    expect(new Set(toldOfLast(life).map(({ to }) => to))).toEqual(
      new Set([handler, leader, acceptor, office, head]),
    );
    expect(life.takePosts(NOW, 'w').flatMap(({ reminders }) => reminders.list)).toEqual([]);
  });

  test('and goes into the archive when its last mail is due, without becoming another state', () => {
    const life = anItem('withdrawn');
    life.takePosts(NOW, 'w');
    const last = life.nextWake(NOW) ?? NOW;
    expect(life.readyToArchive(instant(last - 1))).toBe(false);
    expect(life.readyToArchive(last)).toBe(true);
    life.happen({ type: 'archived', bag: 'b', archiveNumber: 'n', manifest: 'm', missingMails: 0 }, last);
    expect(life.state.status).toBe('withdrawn');
    expect(life.hasEnded).toBe(true);
  });
});

describe('a deadline is set', () => {
  const without = (status: Status = 'in-progress') =>
    anItem(status, aBirth({ planned: planned({ deadline: null }) }));

  test('where there was none, and is then the first one, with its ladder', () => {
    const life = without();
    expect(reminded(life, handler, NOW)).toEqual([]);
    give(life, 'set-deadline', NOW, { deadline: '2021-06-30' });
    expect(life.state).toMatchObject({ originalDeadline: '2021-06-30', deadline: '2021-06-30' });
    expect(reminded(life, handler, NOW)[0]).toBe('reminder/2021-06-10');
    expect(askedByLast(life)).toEqual([handler]);
  });

  test('not where there is one', () => {
    expect(refusalOf(anItem(), 'set-deadline', NOW)).toEqual({
      type: 'DeadlineStands',
      deadline: '2021-06-30',
    });
  });

  test('not for today or before, and not during a review', () => {
    expect(refusalOf(without(), 'set-deadline', NOW, { deadline: '2021-05-10' })).toEqual({
      type: 'DateNotAhead',
      date: '2021-05-10',
      today: '2021-05-10',
    });
    expect(refusalOf(without('leader-review'), 'set-deadline', NOW)).toMatchObject({ type: 'WrongState' });
  });
});

describe('an item is urged', () => {
  test.each([
    ['assigned', handler],
    ['in-progress', handler],
    ['returned', handler],
    ['leader-review', leader],
    ['acceptance', acceptor],
    ['sustained', handler],
  ] as const)('when it is %s, and whom it waits for is told', (status, awaited) => {
    const life = anItem(status);
    give(life, 'urge', NOW, { by: head });
    expect(toldOfLast(life)).toEqual([{ kind: 'urged', to: awaited, cc: false }]);
    expect(life.state.status).toBe(status);
  });

  test('once in four hours, whoever urges', () => {
    const life = anItem('in-progress');
    give(life, 'urge', NOW, { by: leader });
    const next = instant(NOW + 4 * HOUR);
    for (const by of [leader, head, office])
      expect(refusalOf(life, 'urge', instant(next - 1), { by })).toEqual({
        type: 'UrgedRecently',
        at: NOW,
        next,
      });
    give(life, 'urge', next, { by: office });
  });

  test('as often as the policy says', () => {
    const policy = Policy.parse({ identity: 'claimed', urge: { hours: 1 } });
    const life = anItem('in-progress', aBirth({ policy }));
    give(life, 'urge', NOW);
    give(life, 'urge', instant(NOW + HOUR));
  });

  test('not by the one it waits for, nor by the handler', () => {
    expect(refusalOf(anItem('leader-review'), 'urge', NOW, { by: leader })).toEqual({
      type: 'OwnCase',
      command: 'urge',
      by: leader,
    });
    expect(refusalOf(anItem('leader-review'), 'urge', NOW, { by: handler })).toMatchObject({
      type: 'NotAuthorised',
    });
  });
});

describe('a mail is sent again', () => {
  const posted = (status: Status) => {
    const life = anItem(status, birthFor(status));
    life.takePosts(NOW, 'w');
    return life;
  };
  const lastFacts = (life: ItemLife) => life.remember().mail.outbox;

  test('with what it said, who said it, and its date', () => {
    const life = posted('returned');
    const notice = life.said.find(({ to, kind }) => to === handler && kind === 'fact' && life.log.length > 0);
    const returned = `2021-03/1.2/c1#${life.log.findIndex(({ event }) => event.type === 'returned') + 1}`;
    expect(notice).toBeDefined();
    give(life, 'resend', NOW, { to: handler, notice: returned });
    expect(lastFacts(life)).toMatchObject([
      {
        to: handler,
        kind: 'returned',
        cc: false,
        by: '甲',
        text: '不予通过',
        missing: '缺少终端遗失的处理结果及依据',
      },
    ]);
  });

  test('as a copy to whoever had a copy: it asks them for nothing', () => {
    const life = posted('assigned');
    give(life, 'resend', NOW, { to: leader, notice: '2021-03/1.2/c1#1' });
    expect(lastFacts(life)).toMatchObject([{ to: leader, kind: 'assigned', cc: true }]);
  });

  test('also a reminder, once it was due', () => {
    const life = posted('in-progress');
    const notice = reminderId(life.state, 'reminder', date('2021-06-10'));
    expect(refusalOf(life, 'resend', NOW, { notice })).toEqual({
      type: 'UnknownNotice',
      to: handler,
      notice,
    });
    const now = at('2021-06-11');
    life.takePosts(now, 'w');
    give(life, 'resend', now, { notice });
    expect(lastFacts(life)).toMatchObject([{ to: handler, kind: 'resent', rung: 'reminder' }]);
  });

  test.each([
    ['to somebody who never got it', { to: PEOPLE.archivist }],
    ['that was never sent', { notice: '2021-03/1.2/c1#99' }],
    ['of another life', { notice: '2021-03/1.2/c2#1' }],
    ['that is no notice', { notice: '🙂' }],
  ])('not one %s', (_, more) => {
    expect(refusalOf(posted('assigned'), 'resend', NOW, more)).toMatchObject({ type: 'UnknownNotice' });
  });
});

describe('a comment', () => {
  test.each(['handler', 'leader', 'acceptor', 'head', 'office', 'oversight'] as const)(
    'of the %s is told to the sides of the item, and changes nothing',
    (role) => {
      const life = anItem('in-progress');
      const { state } = life;
      give(life, 'comment', NOW, { by: PEOPLE[role] });
      expect(life.state).toEqual(state);
      const others = [handler, leader, acceptor].filter((one) => one !== PEOPLE[role]);
      expect(toldOfLast(life)).toEqual(others.map((to) => ({ kind: 'commented', to, cc: true })));
    },
  );

  test('is no act for a side: who has commented may still do any of it', () => {
    const life = anItem('in-progress');
    give(life, 'comment', NOW, { by: deputy, onBehalfOf: leader });
    give(life, 'add-evidence', NOW, { by: deputy, onBehalfOf: handler, file: aFile('b') });
  });

  test('is not for the archivist', () => {
    expect(refusalOf(anItem(), 'comment', NOW, { by: PEOPLE.archivist })).toMatchObject({
      type: 'NotAuthorised',
    });
  });
});
