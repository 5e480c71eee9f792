import fc from 'fast-check';
import { addDays } from '../../calendar/civil';
import { civilOf, instantOf } from '../../calendar/zone';
import { Policy } from '../../round/policy';
import { isOverdue, rowOf } from '../../round/row';
import { anItem, give, NOW, refusalOf } from '../../../testing/item';
import { askedByLast, reminded, toldOfLast } from '../../../testing/told';
import { aBirth, at, date, PEOPLE, planned } from '../../../testing/world';
import type { ItemLife } from '../life';

/** Due on 2021-06-30; the concentrated period ends on 2021-08-31. */
const DUE = date('2021-06-30');
const { handler, leader, head } = PEOPLE;

const asked = (newDeadline = '2021-07-31', now = NOW): ItemLife => {
  const life = anItem('in-progress');
  give(life, 'request-extension', now, { newDeadline });
  return life;
};

const withMost = (most: number) =>
  aBirth({ policy: Policy.parse({ identity: 'claimed', extensions: { most } }) });

describe('an extension may be asked for', () => {
  test('up to the last minute of the day of the deadline, and not after', () => {
    const newDeadline = '2021-07-31';
    expect(refusalOf(anItem('in-progress'), 'request-extension', at(DUE, '23:59'), { newDeadline })).toBe(
      undefined,
    );
    expect(
      refusalOf(anItem('in-progress'), 'request-extension', at('2021-07-01', '00:00'), { newDeadline }),
    ).toEqual({ type: 'TooLate', deadline: DUE, today: '2021-07-01' });
  });

  test('also by an item that was returned, against the date of the return', () => {
    const life = anItem('returned');
    expect(life.state.deadline).toBe('2021-06-09');
    expect(refusalOf(life, 'request-extension', NOW, { newDeadline: '2021-06-09' })).toEqual({
      type: 'DateNotLater',
      date: '2021-06-09',
      deadline: '2021-06-09',
    });
    give(life, 'request-extension', NOW, { newDeadline: '2021-06-10' });
  });

  test('only for a date after the deadline', () => {
    expect(refusalOf(anItem('in-progress'), 'request-extension', NOW, { newDeadline: DUE })).toEqual({
      type: 'DateNotLater',
      date: DUE,
      deadline: DUE,
    });
  });

  test('not for an item that has no deadline', () => {
    const life = anItem('in-progress', aBirth({ planned: planned({ deadline: null }) }));
    expect(refusalOf(life, 'request-extension', NOW)).toEqual({ type: 'NoDeadline' });
  });

  test('not while another request waits for its decision', () => {
    expect(refusalOf(asked(), 'request-extension', NOW, { newDeadline: '2021-08-15' })).toEqual({
      type: 'ExtensionPending',
      newDeadline: '2021-07-31',
    });
  });

  test.each([0, 1, 2, 3])('as often as the policy says, here %i times', (most) => {
    const life = anItem('in-progress', withMost(most));
    for (let n = 0; n < most; n += 1) {
      give(life, 'request-extension', NOW);
      give(life, 'grant-extension', NOW);
    }
    expect(refusalOf(life, 'request-extension', NOW)).toEqual({ type: 'ExtensionsUsedUp', most });
  });

  test('again after a refusal: what was refused does not count', () => {
    const life = anItem('in-progress', withMost(1));
    for (let n = 0; n < 3; n += 1) {
      give(life, 'request-extension', NOW);
      give(life, 'refuse-extension', NOW);
    }
    give(life, 'request-extension', NOW);
    give(life, 'grant-extension', NOW);
    expect(refusalOf(life, 'request-extension', NOW)).toEqual({ type: 'ExtensionsUsedUp', most: 1 });
  });
});

describe('an extension is decided', () => {
  test('by the leader up to the last day of the concentrated period, by the head past it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (days) => {
        const newDeadline = addDays(DUE, days);
        const life = asked(newDeadline);
        const byHead = newDeadline > '2021-08-31';
        const [decides, other] = byHead ? [head, leader] : [leader, head];
        expect(askedByLast(life)).toEqual([decides]);
        for (const type of ['grant-extension', 'refuse-extension'] as const)
          expect(refusalOf(life, type, NOW, { by: other })).toEqual({
            type: 'NotAuthorised',
            command: type,
            by: other,
            roles: [byHead ? 'head' : 'leader'],
          });
        give(life, 'grant-extension', NOW, { by: decides });
        expect(life.state.deadline).toBe(newDeadline);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['grant-extension', 'refuse-extension'] as const)('by %s only when one was asked for', (type) => {
    expect(refusalOf(anItem('in-progress'), type, NOW)).toEqual({ type: 'NoExtensionPending' });
  });

  test.each(['grant-extension', 'refuse-extension'] as const)(
    'by %s only for the date that was shown',
    (type) => {
      expect(refusalOf(asked(), type, NOW, { newDeadline: '2021-08-01' })).toEqual({
        type: 'ExtensionChanged',
        shown: '2021-08-01',
        now: '2021-07-31',
      });
    },
  );

  test('once: who comes second is told who decided, how, and when', () => {
    const life = asked();
    give(life, 'refuse-extension', NOW);
    const second = at('2021-05-10', '16:01');
    expect(refusalOf(life, 'grant-extension', second, { newDeadline: '2021-07-31' })).toEqual({
      type: 'NoExtensionPending',
      decided: { act: 'refuse-extension', by: leader, name: '甲', at: NOW },
    });
  });

  test('on its own: a leader whom the second is not for is not told of the first', () => {
    const life = asked();
    give(life, 'grant-extension', NOW);
    give(life, 'request-extension', NOW, { newDeadline: '2021-12-31' });
    expect(refusalOf(life, 'grant-extension', NOW, { by: leader })).toEqual({
      type: 'NotAuthorised',
      command: 'grant-extension',
      by: leader,
      roles: ['head'],
    });
  });

  test('never by the one who asked, whatever side they hold by now', () => {
    const life = anItem('in-progress');
    give(life, 'request-extension', NOW, { by: PEOPLE.deputy, onBehalfOf: handler });
    expect(refusalOf(life, 'grant-extension', NOW, { by: PEOPLE.deputy, onBehalfOf: leader })).toEqual({
      type: 'DutiesNotSeparate',
      command: 'grant-extension',
      by: PEOPLE.deputy,
      side: 'handler',
    });
  });

  test('by a deputy under their own name, and both names are in the record', () => {
    const life = asked();
    give(life, 'grant-extension', NOW, { by: PEOPLE.deputy, onBehalfOf: leader });
    expect(life.state.extensions[0]?.outcome).toMatchObject({
      type: 'granted',
      by: PEOPLE.deputy,
      onBehalfOf: leader,
    });
  });

  test('also after the deadline has passed, as long as the new one lies ahead', () => {
    const late = asked();
    give(late, 'grant-extension', at('2021-07-30'));
    expect(late.state).toMatchObject({ deadline: '2021-07-31', status: 'in-progress' });
    const tooLate = asked();
    expect(refusalOf(tooLate, 'grant-extension', at('2021-07-31'))).toEqual({
      type: 'DateNotAhead',
      date: '2021-07-31',
      today: '2021-07-31',
    });
    give(tooLate, 'refuse-extension', at('2021-08-10'));
    expect(tooLate.state.deadline).toBe(DUE);
  });
});

describe('an extension that was granted', () => {
  test('moves the deadline, and the first one stays what it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (first, second) => {
        const life = asked(addDays(DUE, first));
        give(life, 'grant-extension', NOW);
        give(life, 'request-extension', NOW, { newDeadline: addDays(DUE, first + second) });
        give(life, 'grant-extension', NOW);
        const row = rowOf(life.state, life.context, 1);
        expect(row).toMatchObject({
          originalDeadline: DUE,
          deadline: addDays(DUE, first + second),
          extensions: 2,
        });
        expect(row.extension).toBeUndefined();
        expect(life.state.extensions.map(({ from }) => from)).toEqual([DUE, addDays(DUE, first)]);
      }),
      { numRuns: 20 },
    );
  });

  test('plans every reminder again, and the mailboxes are told at once', () => {
    const life = asked();
    life.takePosts(NOW, 'w');
    expect(reminded(life, handler, NOW)[0]).toBe('reminder/2021-06-10');
    give(life, 'grant-extension', NOW);
    const told = life.takePosts(NOW, 'w').find(({ to }) => to.person === handler);
    const days = told?.reminders.list.map(({ id }) => id.slice(-10)) ?? [];
    expect(days[0]).toBe('2021-07-09');
    expect(reminded(life, handler, NOW)).toEqual(
      expect.arrayContaining(['warning/2021-07-21', 'imminent/2021-07-30', 'overdue/2021-08-02']),
    );
    expect(days.filter((day) => day <= '2021-06-30')).toEqual([]);
  });

  test('after the deadline ends the overdue: what is due again counts from the new day', () => {
    const life = asked();
    const now = at('2021-07-15');
    expect(isOverdue(rowOf(life.state, life.context, 1), civilOf(now))).toBe(true);
    give(life, 'grant-extension', now);
    expect(isOverdue(rowOf(life.state, life.context, 1), civilOf(now))).toBe(false);
    expect(reminded(life, head, now)).toEqual([]);
    life.passTime(instantOf(date('2021-08-02')));
    expect(reminded(life, head, instantOf(date('2021-08-02')))[0]).toBe('overdue/2021-08-02');
  });
});

test('a request alone stops no clock: reminders and overdue go on until it is decided', () => {
  const before = reminded(anItem('in-progress'), handler, NOW);
  expect(reminded(asked(), handler, NOW)).toEqual(before);
});

describe('a request that nobody has decided lapses', () => {
  const pending = (life: ItemLife): ItemLife => {
    give(life, 'request-extension', NOW, { newDeadline: '2021-07-31' });
    give(life, 'request-closure', NOW);
    return life;
  };
  const ready = () => {
    const life = anItem('leader-review');
    give(life, 'withdraw-closure', NOW);
    return life;
  };

  test('with a return, which sets a date of its own', () => {
    const life = pending(ready());
    give(life, 'return', NOW, { newDeadline: '2021-07-05' });
    expect(life.state.extensions[0]?.outcome).toEqual({ type: 'lapsed', at: NOW });
    expect(refusalOf(life, 'grant-extension', NOW)).toEqual({
      type: 'NoExtensionPending',
      decided: { act: 'return', by: leader, name: '甲', at: NOW },
    });
    expect(life.state.deadline).toBe('2021-07-05');
  });

  test('with the closure, but not with the request for it nor the approval', () => {
    const life = pending(ready());
    give(life, 'approve', NOW);
    expect(life.state.extensions[0]).not.toHaveProperty('outcome');
    give(life, 'accept', NOW);
    expect(life.state.extensions[0]?.outcome).toEqual({ type: 'lapsed', at: NOW });
  });

  test('with the withdrawal of the item', () => {
    const life = asked();
    give(life, 'withdraw', NOW);
    expect(life.state.extensions[0]?.outcome).toEqual({ type: 'lapsed', at: NOW });
  });

  test('and does not count as one of the extensions', () => {
    const life = pending(ready());
    give(life, 'return', NOW);
    expect(rowOf(life.state, life.context, 1).extensions).toBe(0);
  });
});

test('the answer is told to the handler, and to the leader when the head has given it', () => {
  const byLeader = asked();
  give(byLeader, 'grant-extension', NOW);
  expect(toldOfLast(byLeader)).toEqual([
    { kind: 'extension-granted', to: handler, cc: false },
    { kind: 'you-decided', to: leader, cc: true },
  ]);
  const byHead = asked('2021-12-31');
  give(byHead, 'refuse-extension', NOW, { by: head });
  expect(toldOfLast(byHead)).toEqual([
    { kind: 'extension-refused', to: handler, cc: false },
    { kind: 'extension-refused', to: leader, cc: true },
    { kind: 'you-decided', to: head, cc: true },
  ]);
});
