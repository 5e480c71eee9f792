import fc from 'fast-check';
import { date } from '../../../testing/world';
import { addDays, type CivilDate, weekday } from '../../calendar/civil';
import { nextStart, spanUpTo, startOf } from './period';
import { REPORT_KINDS } from './report';

const anyDay = fc.integer({ min: 0, max: 4000 }).map((n): CivilDate => addDays(date('2020-01-01'), n));

describe.each(REPORT_KINDS)('the periods of a %s report', (kind) => {
  test('follow one another without a gap, and each day is in one', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [start, next] = [startOf(kind, day), nextStart(kind, day)];
        expect(start <= day && day < next).toBe(true);
        expect(startOf(kind, addDays(next, -1))).toBe(start);
        expect(startOf(kind, next)).toBe(next);
        expect(kind === 'weekly' ? weekday(start) : start.slice(-2)).toBe(kind === 'weekly' ? 1 : '01');
      }),
    );
  });

  test('asked for on a day end with it, and look as far ahead as back', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const { from, to, dueUntil } = spanUpTo(kind, today);
        expect(to).toBe(today);
        expect(from < today && today < dueUntil).toBe(true);
      }),
    );
  });
});

test('a week asked for has seven days, and a month those since the same day of the last', () => {
  expect(spanUpTo('weekly', date('2021-06-28'))).toEqual({
    from: '2021-06-22',
    to: '2021-06-28',
    dueUntil: '2021-07-05',
  });
  expect(spanUpTo('monthly', date('2021-06-28'))).toMatchObject({
    from: '2021-05-29',
    dueUntil: '2021-07-28',
  });
});
