import fc from 'fast-check';
import { addDays, addMonths, type CivilDate } from '../../calendar/civil';
import { civilOf, instantOf, TimeOfDay } from '../../calendar/zone';
import { Policy } from '../../round/policy';
import { isOverdue, publishedStatus, rowOf } from '../../round/row';
import { aFile, anItem, give, NOW, refusalOf } from '../../../testing/item';
import { askedByLast, reminded } from '../../../testing/told';
import { aBirth, at, date, PEOPLE, planned } from '../../../testing/world';
import type { ItemLife } from '../life';
import { checkInAfter } from './sustaining';

const { handler, leader, acceptor, head, office } = PEOPLE;

/** The stage is accepted at 13:00 on 2021-05-10, to be sustained until the day a year later. */
const DAY = date('2021-05-10');
const sustained = (): ItemLife => anItem('sustained');

const ready = (kind: 'sustained' | 'time-limited' = 'sustained') =>
  anItem('acceptance', aBirth({ planned: planned({ kind }) }));

/** An item whose stage is accepted on a day, to last until another. */
const sustainedFrom = (on: CivilDate, until: CivilDate): ItemLife => {
  const life = ready();
  give(life, 'accept-stage', instantOf(on, TimeOfDay.parse('10:00')), { until });
  return life;
};

describe('a stage', () => {
  test('is accepted of a sustained item only', () => {
    expect(refusalOf(ready('time-limited'), 'accept-stage', NOW)).toEqual({
      type: 'NotSustained',
      kind: 'time-limited',
    });
  });

  test('lasts until a day that lies ahead', () => {
    expect(refusalOf(ready(), 'accept-stage', NOW, { until: DAY })).toEqual({
      type: 'DateNotAhead',
      date: DAY,
      today: DAY,
    });
  });

  test('is accepted for the evidence that was shown', () => {
    const evidence = anItem('in-progress').view(NOW).evidenceHash;
    expect(refusalOf(ready(), 'accept-stage', NOW, { evidence })).toMatchObject({ type: 'EvidenceChanged' });
  });

  test('counts as done for the public, and stops the deadline of the item', () => {
    const life = sustained();
    const row = rowOf(life.state, life.context, 1);
    const late = date('2021-12-01');
    expect(publishedStatus(row, late)).toBe('completed-sustained');
    expect(isOverdue(row, late)).toBe(false);
    expect(row.stageAcceptedOn).toBe(DAY);
    expect(reminded(life, handler, NOW).filter((rung) => !rung.startsWith('check-in'))).toEqual([]);
  });
});

describe('check-ins are due', () => {
  test.each([
    ['2021-05-10', '2022-05-10', ['2021-08-10', '2021-11-10', '2022-02-10', '2022-05-10']],
    ['2021-05-31', '2022-06-01', ['2021-08-31', '2021-11-30', '2022-02-28', '2022-05-31']],
    ['2021-05-31', '2022-05-30', ['2021-08-31', '2021-11-30', '2022-02-28']],
    ['2021-05-31', '2021-08-30', []],
  ])('from %s to %s on these days', (on, until, days) => {
    const life = sustainedFrom(date(on), date(until));
    const due: string[] = [];
    for (let next = life.state.sustaining?.checkIn; next; next = life.state.sustaining?.checkIn) {
      due.push(next);
      give(life, 'check-in', instantOf(next));
    }
    expect(due).toEqual(days);
    expect(life.state.sustaining?.checkIns.map((one) => one.due)).toEqual(days);
  });

  test('once a period, never after the end, ever later, also when the period is changed meanwhile', () => {
    const months = fc.integer({ min: 1, max: 24 });
    const day = fc.nat(2000).map((n) => addDays(date('2021-01-01'), n));
    fc.assert(
      fc.property(
        day,
        fc.nat(1500),
        fc.array(months, { minLength: 1, maxLength: 8 }),
        (on, days, periods) => {
          const until = addDays(on, days);
          let last: CivilDate = on;
          for (const period of periods) {
            const policy = Policy.parse({ checkIn: { months: period } });
            const next = checkInAfter({ on, until, last }, policy);
            if (next === undefined) {
              expect(addMonths(last, period + 1) > until).toBe(true);
              return;
            }
            expect(next > last && next <= until && next <= addMonths(last, period + 1)).toBe(true);
            last = next;
          }
        },
      ),
    );
  });

  test('and given one a period: the next is possible from the day after the one before was due', () => {
    const life = sustained();
    give(life, 'check-in', at('2021-05-11'));
    expect(refusalOf(life, 'check-in', at('2021-08-10', '23:59'))).toEqual({
      type: 'CheckInNotDue',
      due: '2021-11-10',
      opens: '2021-08-11',
    });
    give(life, 'check-in', at('2021-08-11', '00:00'));
  });

  test('not on the very day of the stage', () => {
    expect(refusalOf(sustained(), 'check-in', NOW)).toEqual({
      type: 'CheckInNotDue',
      due: '2021-08-10',
      opens: '2021-05-11',
    });
  });

  test('not when the end is nearer than the next one', () => {
    const life = sustainedFrom(DAY, date('2021-06-10'));
    expect(refusalOf(life, 'check-in', at('2021-06-01'))).toEqual({
      type: 'CheckInNotDue',
      until: '2021-06-10',
    });
  });
});

describe('a check-in', () => {
  test('is announced to the handler, and once given the next one is', () => {
    const life = sustained();
    expect(reminded(life, handler, NOW)[0]).toBe('check-in-due/2021-07-30');
    give(life, 'check-in', at('2021-07-20'));
    expect(reminded(life, handler, at('2021-07-20'))[0]).toBe('check-in-due/2021-10-29');
    expect(life.state.status).toBe('sustained');
    expect(askedByLast(life)).toEqual([]);
  });

  test('that is missed is told to handler and leader, then to head and office', () => {
    const life = sustained();
    const day = '2021-08-10';
    const missed = ['check-in-missed/2021-08-11', 'check-in-missed/2021-08-18'];
    for (const who of [handler, leader]) expect(reminded(life, who, at(day)).slice(0, 2)).toEqual(missed);
    for (const who of [head, office]) expect(reminded(life, who, at(day))).toEqual([]);
    const noticed = instantOf(date('2021-08-24'));
    life.passTime(noticed);
    for (const who of [head, office])
      expect(reminded(life, who, noticed)).toEqual(['check-in-escalated/2021-08-24']);
    expect(life.state.proposals).toEqual([]);
  });

  test('given late ends all that, and says which one it was', () => {
    const life = sustained();
    life.passTime(instantOf(date('2021-08-24')));
    const late = at('2021-08-30');
    give(life, 'check-in', late);
    expect(life.log.at(-1)?.event).toMatchObject({ due: '2021-08-10', checkIn: '2021-11-10' });
    for (const who of [leader, head, office])
      expect(reminded(life, who, late).filter((rung) => rung < 'check-in-missed/2021-11')).toEqual([]);
  });

  test('wakes the item on the day on which others hear of it, and on the day after its end', () => {
    const life = sustainedFrom(DAY, date('2021-09-10'));
    const days: string[] = [];
    for (let wake = life.nextWake(NOW); wake && days.length < 3; wake = life.nextWake(wake))
      days.push(civilOf(wake));
    expect(days).toEqual(['2021-08-24', '2021-09-07', '2021-09-11']);
  });
});

describe('when the end date has passed', () => {
  const UNTIL = date('2021-09-10');
  const onLastDay = at(UNTIL, '23:59');
  const after = at('2021-09-11', '00:00');
  const lasting = () => sustainedFrom(DAY, UNTIL);

  test('the item goes to the acceptor, not a minute before', () => {
    const life = lasting();
    life.passTime(onLastDay);
    expect(life.state.status).toBe('sustained');
    life.passTime(after);
    expect(life.state).toMatchObject({
      status: 'acceptance',
      review: { since: after, deadline: '2021-09-17' },
    });
    expect(askedByLast(life)).toEqual([acceptor]);
    expect(reminded(life, acceptor, after)[0]).toBe('review-due/2021-09-17');
    give(life, 'accept', at('2021-09-13'));
    expect(life.state.status).toBe('closed');
  });

  test('evidence that came since is looked at by the leader first', () => {
    const life = lasting();
    give(life, 'add-evidence', at('2021-08-01'), { measure: 2, file: aFile('e') });
    expect(life.state.status).toBe('sustained');
    life.passTime(after);
    expect(life.state).toMatchObject({
      status: 'leader-review',
      review: { since: after, deadline: '2021-09-15' },
    });
    expect(life.state).not.toHaveProperty('approval');
    give(life, 'approve', at('2021-09-13'));
    give(life, 'accept', at('2021-09-14'));
    expect(life.state.status).toBe('closed');
  });

  test('it happens once, however often time is looked at', () => {
    const life = lasting();
    life.passTime(after);
    const { length } = life.log;
    life.passTime(after);
    life.passTime(at('2021-09-12', '00:00'));
    expect(life.log).toHaveLength(length);
  });

  test('check-ins that were missed do not hold it back', () => {
    const life = lasting();
    life.passTime(at('2021-10-20'));
    expect(life.state).toMatchObject({ status: 'acceptance', sustaining: { checkIns: [] } });
  });

  test('the acceptor may return it, or sustain it further', () => {
    const life = lasting();
    life.passTime(after);
    give(life, 'accept-stage', at('2021-09-13'), { until: '2022-03-13' });
    expect(life.state).toMatchObject({ status: 'sustained', sustaining: { checkIn: '2021-12-13' } });
    const other = lasting();
    other.passTime(after);
    give(other, 'return', at('2021-09-13'));
    expect(other.state.status).toBe('returned');
  });
});
