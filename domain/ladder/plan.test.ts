import { civilOf, instant, readable } from '../calendar/zone';
import type { ItemState } from '../item/state';
import type { ItemLife } from '../item/life';
import { anItem, doTheWork, give, NOW } from '../../testing/item';
import { aBirth, ASSIGNED, at, CALENDAR, date, PEOPLE, planned, ROSTER } from '../../testing/world';
import { DEFAULT_POLICY, Policy } from '../round/policy';
import { anchorsOf, horizonOf, newlyReached, nextDay, remindersOf, stepsOf } from './plan';
import { DEFAULT_LADDER, Recipient, RUNGS } from './rung';

const stepsUntil = (state: ItemState, until: string): string[] =>
  stepsOf(state, DEFAULT_POLICY, CALENDAR, date(until)).map(({ rung, day }) => `${rung.id} ${day}`);

const dueOn = (deadline: string, life = 'in-progress' as const): ItemLife =>
  anItem(life, aBirth({ planned: planned({ deadline: date(deadline) }) }));

describe('the default ladder', () => {
  test('has every rung once', () => {
    expect(DEFAULT_LADDER.map(({ id }) => id).sort()).toEqual([...RUNGS].sort());
  });

  test('speaks to everybody whom a rung can be told to', () => {
    expect(new Set(DEFAULT_LADDER.flatMap(({ to }) => to))).toEqual(new Set(Recipient.options));
  });
});

describe('what the rungs count from', () => {
  test.each([
    ['assigned', ['assignment', 'deadline']],
    ['in-progress', ['deadline']],
    ['returned', ['deadline']],
    ['leader-review', ['review-deadline']],
    ['acceptance', ['review-deadline']],
    ['closed', []],
    ['archived', []],
  ] as const)('of an item that is %s is %j', (status, anchors) => {
    expect(Object.keys(anchorsOf(anItem(status).state))).toEqual(anchors);
  });

  test('of an item without a deadline is its assignment alone, then nothing', () => {
    const without = aBirth({ planned: planned({ deadline: null }) });
    expect(Object.keys(anchorsOf(anItem('assigned', without).state))).toEqual(['assignment']);
    expect(anchorsOf(anItem('in-progress', without).state)).toEqual({});
  });
});

describe('a rung', () => {
  test('of calendar days that falls on a day off is told on the working day before', () => {
    // Ten days before the 15th of October 2021 is the 5th, in National Day week; twenty, the 25th, a Saturday.
    const steps = stepsUntil(dueOn('2021-10-15').state, '2021-10-14');
    expect(steps.slice(0, 3)).toEqual(['reminder 2021-09-24', 'warning 2021-09-30', 'imminent 2021-10-12']);
  });

  test('of working days counts a make-up Saturday and no holiday', () => {
    // The 9th of October 2021 was a Saturday, and worked.
    expect(stepsUntil(dueOn('2021-10-11').state, '2021-10-10')).toEqual(
      expect.arrayContaining(['imminent 2021-09-30', 'imminent 2021-10-08', 'imminent 2021-10-09']),
    );
  });

  test('after a date that had passed when it was set counts from the day it was set', () => {
    const life = anItem('assigned', aBirth({ planned: planned({ deadline: date('2021-04-30') }) }));
    expect(stepsUntil(life.state, '2021-05-31').filter((step) => !step.startsWith('imminent'))).toEqual(
      expect.arrayContaining(['overdue 2021-05-07', 'urging-letter 2021-05-12', 'talk 2021-05-19']),
    );
    const { state, context } = life;
    expect(remindersOf(state, context, ASSIGNED, ASSIGNED).every(({ slot }) => slot > ASSIGNED)).toBe(true);
  });

  test('that was to be told before the item was even assigned is not told', () => {
    const { state, context } = anItem(
      'assigned',
      aBirth({ planned: planned({ deadline: date('2021-05-14') }) }),
    );
    const rungs = remindersOf(state, context, ASSIGNED, ASSIGNED).map(({ rung }) => rung);
    expect(rungs).not.toContain('reminder');
    expect(rungs).not.toContain('warning');
    expect(rungs.filter((rung) => rung === 'imminent').length).toBe(8);
  });
});

describe('the horizon', () => {
  test('bounds how far ahead a repeating rung is planned', () => {
    const { state, context } = anItem('in-progress');
    // 25 working days after the deadline of the 30th of June.
    expect(horizonOf(state, context, civilOf(NOW))).toBe('2021-08-04');
    const last = remindersOf(state, context, NOW, NOW).at(-1);
    expect(last && readable(last.slot)).toBe('2021-07-29 08:30');
  });

  test('moves with today once the deadline is past', () => {
    const { state, context } = anItem('in-progress');
    expect(horizonOf(state, context, date('2021-08-02'))).toBe('2021-09-06');
  });

  test('is data of the policy', () => {
    const policy = Policy.parse({ horizonWorkingDays: 1 });
    const { state, context } = anItem('in-progress', aBirth({ policy }));
    expect(horizonOf(state, context, civilOf(NOW))).toBe('2021-07-01');
  });
});

describe('an item notices', () => {
  const noticedBy = (life: ItemLife, day: string) =>
    newlyReached(life.state, life.context, date(day)).map(({ rung, day: on }) => `${rung.id} ${on}`);

  test('only rungs that somebody outside it hears of', () => {
    expect(noticedBy(anItem('in-progress'), '2021-06-30')).toEqual([]);
    expect(noticedBy(anItem('in-progress'), '2021-07-01')).toEqual(['overdue 2021-07-01']);
  });

  test('each of them once', () => {
    const life = anItem('in-progress');
    life.passTime(at('2021-07-07', '00:00'));
    expect(noticedBy(life, '2021-07-07')).toEqual([]);
    expect(noticedBy(life, '2021-07-08')).toEqual(['overdue 2021-07-08']);
  });

  test('none of a deadline while it is in review, and none once it is closed', () => {
    expect(noticedBy(anItem('leader-review'), '2021-05-17')).toEqual([]);
    expect(noticedBy(anItem('leader-review'), '2021-12-31').map((step) => step.split(' ')[0])).toEqual([
      'review-escalated',
    ]);
    expect(noticedBy(anItem('closed'), '2022-12-31')).toEqual([]);
  });

  test('those of a new date that a return has set, though it had noticed the old one', () => {
    const life = anItem('in-progress');
    life.passTime(at('2021-07-14', '00:00'));
    const day = at('2021-07-14');
    doTheWork(life, day);
    give(life, 'request-closure', day);
    give(life, 'return', day, { newDeadline: '2021-07-20' });
    expect(noticedBy(life, '2021-07-20')).toEqual([]);
    expect(noticedBy(life, '2021-07-21')).toEqual(['overdue 2021-07-21']);
    expect(noticedBy(life, '2021-07-27')).toEqual(['overdue 2021-07-21', 'urging-letter 2021-07-27']);
  });

  test('wakes on the day after its deadline, though no mail goes out that day', () => {
    // The 1st of October is a holiday: overdue by the ledger, told on the 8th.
    const { state, context } = dueOn('2021-09-30');
    expect(nextDay(state, context, date('2021-09-29'))).toBe('2021-10-01');
    expect(nextDay(state, context, date('2021-09-30'))).toBe('2021-10-01');
    expect(nextDay(state, context, date('2021-10-01'))).toBe('2021-10-08');
  });
});

test('who decides on what was noticed weeks late is told of it then, also as the leader of the item', () => {
  const policy = Policy.parse({
    identity: 'claimed',
    ladder: [
      {
        id: 'talk',
        anchor: 'deadline',
        offset: 10,
        unit: 'working',
        to: ['leader', 'head'],
        decides: ['head'],
      },
    ],
  });
  const roster = { ...ROSTER, head: PEOPLE.leader };
  const life = anItem('in-progress', aBirth({ policy, roster }));
  const noticed = at('2021-08-10', '10:01');
  life.passTime(noticed);
  const told = remindersOf(life.state, life.context, instant(noticed - 7 * 86_400_000), noticed);
  expect(told.map(({ to, rung, slot }) => [to, rung, readable(slot)])).toEqual([
    [PEOPLE.leader, 'talk', '2021-08-10 10:01'],
  ]);
});

test('a policy with another ladder is followed to the letter', () => {
  const policy = Policy.parse({
    ladder: [{ id: 'talk', anchor: 'deadline', offset: 1, unit: 'calendar', to: ['oversight'] }],
  });
  const { state, context } = anItem('in-progress', aBirth({ policy }));
  const steps = newlyReached(state, context, date('2021-12-31'));
  expect(steps.map(({ rung, day }) => [rung.id, day])).toEqual([['talk', '2021-07-01']]);
});
