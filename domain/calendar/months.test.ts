import fc from 'fast-check';
import { addDays, addMonths, CivilDate, daysBetween } from './civil';

const date = (text: string) => CivilDate.parse(text);
const anyDate = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays(date('1950-01-01'), n));
const anyShift = fc.integer({ min: -300, max: 300 });

test.each([
  ['2021-05-10', 3, '2021-08-10'],
  ['2021-11-30', 3, '2022-02-28'],
  ['2023-11-30', 3, '2024-02-29'],
  ['2021-01-31', 1, '2021-02-28'],
  ['2021-01-31', 2, '2021-03-31'],
  ['2021-01-31', 3, '2021-04-30'],
  ['2021-12-31', 12, '2022-12-31'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2021-03-31', -1, '2021-02-28'],
  ['2021-01-15', -1, '2020-12-15'],
  ['2021-05-10', 0, '2021-05-10'],
])('%s and %i months is %s', (from, n, to) => {
  expect(addMonths(date(from), n)).toBe(to);
});

test('months lead to a real date of the month that was meant, never to one after it', () => {
  fc.assert(
    fc.property(anyDate, anyShift, (day, n) => {
      const then = addMonths(day, n);
      const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(CivilDate.safeParse(then).success).toBe(true);
      expect(months(then) - months(day)).toBe(n);
    }),
  );
});

test('the day of the month is kept, or is the last of a month too short for it', () => {
  fc.assert(
    fc.property(anyDate, anyShift, (day, n) => {
      const then = addMonths(day, n);
      const isLast = addDays(then, 1).endsWith('-01');
      expect(then.slice(8) === day.slice(8) || (isLast && then.slice(8) < day.slice(8))).toBe(true);
    }),
  );
});

test('more months are never earlier', () => {
  fc.assert(
    fc.property(anyDate, anyShift, (day, n) => {
      expect(daysBetween(addMonths(day, n), addMonths(day, n + 1))).toBeGreaterThanOrEqual(28);
    }),
  );
});
