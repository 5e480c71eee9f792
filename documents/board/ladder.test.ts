import fc from 'fast-check';
import type { Instant } from '../../domain/calendar/zone';
import type { ItemLife } from '../../domain/item/life';
import { isAtWork } from '../../domain/item/states';
import { settle } from '../../domain/ladder/correspondence';
import { stepOfNotice } from '../../domain/ladder/notice-id';
import { Rehearsal } from '../../domain/ladder/rehearse';
import type { RungId } from '../../domain/ladder/rung';
import { give } from '../../testing/item';
import { aBirth, at, date, planned } from '../../testing/world';
import { anyRound } from '../../testing/board';
import { type Ladder, ladderOf } from './ladder';

const ladderAt = ({ state, context }: ItemLife, now: Instant): Ladder =>
  ladderOf(state, { policy: context.policy, calendar: context.calendar, now });

/** An item due on 2021-06-30 that has been acknowledged, and then left alone until an instant. */
const leftAloneUntil = (now: Instant, deadline = '2021-06-30'): Rehearsal => {
  const rehearsal = new Rehearsal([aBirth({ planned: planned({ deadline: date(deadline) }) })]);
  rehearsal.run(at('2021-05-06'));
  give(rehearsal.life(), 'acknowledge', at('2021-05-06', '10:00'));
  rehearsal.stir(0, at('2021-05-06', '10:00'));
  rehearsal.run(now);
  return rehearsal;
};

const told = ({ marks }: Ladder): [RungId, string][] =>
  marks.filter((mark) => mark.told).map(({ rung, day }) => [rung, day.date]);
const toCome = ({ marks }: Ladder): [RungId, string][] =>
  marks.filter((mark) => !mark.told).map(({ rung, day }) => [rung, day.date]);

test('on the way to its deadline an item shows the rungs behind it, and the days of those ahead', () => {
  const now = at('2021-06-21');
  const ladder = ladderAt(leftAloneUntil(now).life(), now);
  expect(told(ladder)).toEqual([
    ['reminder', '2021-06-10'],
    ['warning', '2021-06-18'],
  ]);
  expect(toCome(ladder)).toEqual([
    ['imminent', '2021-06-25'],
    ['overdue', '2021-07-01'],
    ['urging-letter', '2021-07-07'],
    ['talk', '2021-07-14'],
    ['accountability', '2021-07-28'],
  ]);
});

test('a rung that repeats shows its first day, and the next', () => {
  const now = at('2021-07-09');
  const { marks } = ladderAt(leftAloneUntil(now).life(), now);
  expect(marks.find(({ rung }) => rung === 'overdue')).toMatchObject({
    told: true,
    day: { date: '2021-07-01' },
    again: { date: '2021-07-15' },
  });
});

test('while a reviewer has the item its deadline rests: nothing of it is to come, and the review has rungs', () => {
  const now = at('2021-06-21');
  const rehearsal = leftAloneUntil(now);
  const life = rehearsal.life();
  for (const no of [1, 2]) {
    const file = { sha512: String(no).repeat(128), size: 1, mediaType: 'text/plain', title: '清单' };
    give(life, 'add-evidence', now, { measure: no, file: { ...file, effectiveDate: '2021-06-01' } });
    give(life, 'complete-measure', now, { measure: no });
  }
  give(life, 'request-closure', now);
  const ladder = ladderAt(life, now);
  expect(told(ladder).map(([rung]) => rung)).toEqual(['reminder', 'warning']);
  expect(toCome(ladder).map(([rung]) => rung)).toEqual(['review-due', 'review-overdue', 'review-escalated']);
});

test('what was reached under an earlier deadline is still said under a new one', () => {
  const now = at('2021-07-09');
  const life = leftAloneUntil(now).life();
  const { state } = life;
  const later: ItemLife['state'] = { ...state, deadline: date('2021-09-30'), deadlineSetAt: now };
  const { policy, calendar } = life.context;
  const ladder = ladderOf(later, { policy, calendar, now });
  expect(told(ladder)).toEqual([]);
  expect(ladder.before).toEqual({ overdue: '2021-07-08', 'urging-letter': '2021-07-07' });
});

test('a rung whose day had passed when the deadline was set is not shown', () => {
  const now = at('2021-05-07');
  const ladder = ladderAt(leftAloneUntil(now, '2021-05-20').life(), now);
  expect(ladder.marks.map(({ rung }) => rung)).not.toContain('reminder');
  expect(toCome(ladder)[0]).toEqual(['warning', '2021-05-10']);
});

test('without a deadline there is only what does not hang on one', () => {
  const now = at('2021-05-06', '09:30');
  const rehearsal = new Rehearsal([aBirth({ planned: planned({ deadline: null }) })]);
  rehearsal.run(now);
  expect(toCome(ladderAt(rehearsal.life(), now))).toEqual([['unacknowledged', '2021-05-08']]);
});

test('days of a year without a published schedule are marked as provisional', () => {
  const now = at('2021-05-07');
  const { marks } = ladderAt(leftAloneUntil(now, '2027-06-30').life(), now);
  expect(marks.every(({ day }) => day.provisional)).toBe(true);
  expect(marks.length).toBeGreaterThan(0);
});

type Days = Map<string, string[]>;

/** The days of each rung that these notices are of. */
const daysOf = (ids: readonly string[]): Days => {
  const days: Days = new Map();
  for (const id of ids) {
    const step = stepOfNotice(id);
    const rung = step?.rung.split('@').at(-1);
    if (step && rung) days.set(rung, [...(days.get(rung) ?? []), step.day]);
  }
  return days;
};

test('whatever happens, the marks are those of the mails sent and to come', () => {
  fc.assert(
    fc.property(anyRound, ({ lives, dossier: { now } }) => {
      for (const life of lives) {
        const schedule = life.schedule(now);
        const said = daysOf(settle(life.remember().mail, now).due.map(({ id }) => id));
        const planned = daysOf(schedule.toCome.map(({ id }) => id));
        const { marks } = ladderAt(life, now);
        for (const { rung, day, told: was } of marks)
          if (was) expect([said.get(rung) ?? [], rung]).toEqual([expect.arrayContaining([day.date]), rung]);
        for (const [rung, days] of planned) {
          const mark = marks.find((one) => one.rung === rung);
          const next = mark?.told ? mark.again : mark?.day;
          expect([rung, next?.date]).toEqual([rung, days.sort()[0]]);
        }
        if (!isAtWork(life.state.status) && life.state.status !== 'sustained' && !life.state.review)
          expect(toCome({ marks, before: {} })).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});
