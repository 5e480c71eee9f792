import { isOverdue, rowOf } from '../../round/row';
import { aFile, anItem, give, NOW, refusalOf } from '../../../testing/item';
import { askedByLast, reminded, toldOfLast } from '../../../testing/told';
import { aBirth, at, date, PEOPLE, ROSTER } from '../../../testing/world';
import type { ItemLife } from '../life';

const { handler, leader, acceptor, head, deputy, bystander } = PEOPLE;

/** Past the deadline, while the leader has had the item since the 10th of May. */
const LATE = at('2021-07-20');

describe('while a reviewer has the item', () => {
  test.each(['leader-review', 'acceptance'] as const)('in %s its own ladder rests', (status) => {
    const life = anItem(status);
    for (const who of [handler, head, PEOPLE.office, PEOPLE.oversight]) {
      const rungs = reminded(life, who, NOW).filter((rung) => !rung.startsWith('review-'));
      expect(rungs).toEqual([]);
    }
    life.passTime(LATE);
    const { reached, proposals } = life.state;
    expect(proposals).toEqual([]);
    expect(new Set(reached.map(({ rung }) => rung))).toEqual(new Set(['review-escalated']));
    expect(isOverdue(rowOf(life.state, life.context, 1), date('2021-07-20'))).toBe(false);
  });

  test('the reminders go to the leader, and to the leader’s superior when it stays late', () => {
    const people = ROSTER.people.map((one) => (one.id === leader ? { ...one, superior: bystander } : one));
    const life = anItem('leader-review', aBirth({ roster: { ...ROSTER, people } }));
    expect(life.state.review?.deadline).toBe('2021-05-13');
    expect(reminded(life, leader, NOW).slice(0, 3)).toEqual([
      'review-due/2021-05-13',
      'review-overdue/2021-05-14',
      'review-escalated/2021-05-18',
    ]);
    expect(reminded(life, bystander, NOW)).toEqual([]);
    life.passTime(at('2021-05-18', '00:00'));
    expect(reminded(life, bystander, at('2021-05-18', '00:00'))).toEqual(['review-escalated/2021-05-18']);
    expect(reminded(life, head, at('2021-05-18', '00:00'))).toEqual([]);
  });

  test.each([
    ['has no superior', undefined],
    ['has one whom the item does not know', 'nobody'],
  ])('the head hears of a reviewer who %s', (_, superior) => {
    const people = ROSTER.people.map((one) =>
      one.id === acceptor && superior ? { ...one, superior: superior as typeof head } : one,
    );
    const life = anItem('acceptance', aBirth({ roster: { ...ROSTER, people } }));
    const day = at('2021-05-20', '00:00');
    expect(life.state.review?.deadline).toBe('2021-05-17');
    life.passTime(day);
    expect(reminded(life, head, day)).toEqual(['review-escalated/2021-05-20']);
  });

  test('an approval hands the clock on to the acceptor, who has the whole time', () => {
    const life = anItem('leader-review');
    give(life, 'approve', at('2021-05-17'));
    expect(life.state.review?.deadline).toBe('2021-05-24');
    expect(reminded(life, leader, at('2021-05-17'))).toEqual([]);
    expect(reminded(life, acceptor, at('2021-05-17'))[0]).toBe('review-due/2021-05-24');
  });
});

describe('a request for closure that is withdrawn', () => {
  test.each(['leader-review', 'acceptance'] as const)(
    'from %s gives the item back to the section',
    (status) => {
      const life = anItem(status);
      give(life, 'withdraw-closure', NOW);
      const { state } = life;
      expect(state).toMatchObject({ status: 'in-progress', deadline: '2021-06-30', reviewRound: 1 });
      for (const gone of ['request', 'review', 'approval']) expect(state).not.toHaveProperty(gone);
      expect(reminded(life, leader, NOW).some((rung) => rung.startsWith('review-'))).toBe(false);
      expect(reminded(life, handler, NOW)[0]).toBe('reminder/2021-06-10');
      expect(toldOfLast(life).map(({ to, cc }) => [to, cc])).toEqual([
        [leader, true],
        [acceptor, true],
      ]);
    },
  );

  test('can be made again, and starts the review again', () => {
    const life = anItem('acceptance');
    give(life, 'withdraw-closure', NOW);
    give(life, 'request-closure', at('2021-05-20'));
    expect(life.state).toMatchObject({ status: 'leader-review', review: { deadline: '2021-05-25' } });
  });

  test('is withdrawn by its handler, and only while it is looked at', () => {
    expect(refusalOf(anItem('leader-review'), 'withdraw-closure', NOW, { by: leader })).toMatchObject({
      type: 'NotAuthorised',
      roles: ['handler'],
    });
    expect(refusalOf(anItem('in-progress'), 'withdraw-closure', NOW)).toMatchObject({ type: 'WrongState' });
    expect(refusalOf(anItem('closed'), 'withdraw-closure', NOW)).toMatchObject({ type: 'WrongState' });
  });
});

describe('a reviewer who asks for more', () => {
  test.each([
    ['leader-review', leader],
    ['acceptance', acceptor],
  ] as const)('in %s keeps the item, and the clock of the review goes on', (status, reviewer) => {
    const life = anItem(status);
    const { review } = life.state;
    give(life, 'ask', NOW);
    expect(life.state).toMatchObject({ status, review, reviewRound: 1 });
    expect(askedByLast(life)).toEqual([handler]);
    expect(life.log.at(-1)).toMatchObject({ event: { type: 'asked' }, author: { by: reviewer } });
  });

  test('is the one who has the item, and nobody else', () => {
    expect(refusalOf(anItem('leader-review'), 'ask', NOW, { by: acceptor })).toMatchObject({
      type: 'NotAuthorised',
      roles: ['leader'],
    });
    expect(refusalOf(anItem('in-progress'), 'ask', NOW)).toMatchObject({ type: 'WrongState' });
  });

  test('has acted for that side: a deputy who asked cannot work on the item', () => {
    const life = anItem('leader-review');
    give(life, 'ask', NOW, { by: deputy, onBehalfOf: leader });
    expect(refusalOf(life, 'add-evidence', NOW, { by: deputy, onBehalfOf: handler })).toMatchObject({
      type: 'DutiesNotSeparate',
      side: 'leader',
    });
  });
});

describe('evidence that comes after an approval', () => {
  const overtaken = (): ItemLife => {
    const life = anItem('acceptance');
    give(life, 'add-evidence', NOW, { measure: 2, file: aFile('c') });
    return life;
  };

  test('voids it: the leader looks again, with the whole time', () => {
    const life = overtaken();
    expect(life.log.slice(-2).map(({ event }) => event.type)).toEqual(['evidence-added', 'approval-voided']);
    expect(life.state).toMatchObject({
      status: 'leader-review',
      review: { since: NOW, deadline: '2021-05-13' },
    });
    expect(life.state).not.toHaveProperty('approval');
    expect(toldOfLast(life)).toEqual([
      { kind: 'approval-voided', to: leader, cc: false },
      { kind: 'approval-voided', to: acceptor, cc: true },
    ]);
  });

  test('leaves the acceptor nothing to accept', () => {
    const life = overtaken();
    const evidence = anItem('acceptance').view(NOW).evidenceHash;
    expect(refusalOf(life, 'accept', NOW)).toMatchObject({ type: 'WrongState', status: 'leader-review' });
    expect(refusalOf(life, 'return', NOW, { by: acceptor })).toMatchObject({ type: 'NotAuthorised' });
    expect(refusalOf(life, 'approve', NOW, { evidence })).toMatchObject({ type: 'EvidenceChanged' });
    give(life, 'approve', NOW);
    expect(life.state.status).toBe('acceptance');
  });

  test('during the leader’s own review voids nothing, but must have been seen', () => {
    const life = anItem('leader-review');
    const shown = life.view(NOW).evidenceHash;
    give(life, 'add-evidence', NOW, { measure: 1, file: aFile('d') });
    expect(life.state.review?.since).not.toBe(NOW);
    expect(refusalOf(life, 'approve', NOW, { evidence: shown })).toMatchObject({
      type: 'EvidenceChanged',
      shown,
    });
  });
});

describe('two leaders who answer at the same moment', () => {
  const first = at('2021-05-11', '10:00');
  const second = at('2021-05-11', '10:01');

  test.each([
    ['approve', 'approve', 'WrongState'],
    ['approve', 'return', 'NotAuthorised'],
    ['return', 'approve', 'WrongState'],
    ['return', 'return', 'WrongState'],
  ] as const)('%s, then %s: the second is told who decided and when', (one, other, type) => {
    const life = anItem('leader-review');
    give(life, one, first, { by: deputy, onBehalfOf: leader });
    const before = structuredClone(life.remember());
    expect(refusalOf(life, other, second, { by: leader })).toMatchObject({
      type,
      decided: { act: one, by: deputy, name: '辛', at: first },
    });
    expect(life.remember()).toEqual(before);
  });

  test('of an acceptance hear the same', () => {
    const life = anItem('acceptance');
    give(life, 'accept', first);
    expect(refusalOf(life, 'return', second, { by: acceptor })).toMatchObject({
      type: 'WrongState',
      decided: { act: 'accept', by: acceptor, name: '丙', at: first },
    });
  });
});

test('whoever decides for another does so under their own name, and both are recorded', () => {
  const life = anItem('leader-review');
  give(life, 'approve', NOW, { by: deputy, onBehalfOf: leader });
  expect(life.state.approval).toMatchObject({ by: deputy, onBehalfOf: leader });
  expect(life.log.at(-1)?.author).toMatchObject({ by: deputy, onBehalfOf: leader });
  expect(refusalOf(life, 'accept', NOW, { by: deputy, onBehalfOf: acceptor })).toMatchObject({
    type: 'DutiesNotSeparate',
    side: 'leader',
  });
});

describe('a return', () => {
  test('counts characters as people do, not bytes or halves of them', () => {
    const nine = '𠮷'.repeat(9);
    expect(refusalOf(anItem('leader-review'), 'return', NOW, { missing: nine })).toEqual({
      type: 'StatementTooShort',
      least: 10,
      given: 9,
    });
    give(anItem('leader-review'), 'return', NOW, { missing: `${nine}𠮷` });
  });

  test('sets a new date, which lies ahead, and one more round of review', () => {
    const life = anItem('acceptance');
    expect(refusalOf(life, 'return', NOW, { newDeadline: '2021-05-10' })).toEqual({
      type: 'DateNotAhead',
      date: '2021-05-10',
      today: '2021-05-10',
    });
    give(life, 'return', NOW, { newDeadline: '2021-05-11' });
    expect(life.state).toMatchObject({
      status: 'returned',
      deadline: '2021-05-11',
      originalDeadline: '2021-06-30',
      reviewRound: 2,
      returns: [{ side: 'acceptor', by: acceptor }],
    });
    expect(life.state).not.toHaveProperty('approval');
  });
});
