import fc from 'fast-check';
import { addDays, addMonths, CivilDate, daysBetween, weekday, yearOf } from './civil';

const date = (text: string) => CivilDate.parse(text);
const anyDate = fc.integer({ min: 0, max: 109_000 }).map((n) => addDays(date('1900-06-01'), n));
const anyShift = fc.integer({ min: -150, max: 150 });

const refused = [
  ['a day that the month does not have', '2021-02-30'],
  ['29 February of a year that is not a leap year', '2021-02-29'],
  ['29 February of a century that is not a leap year', '2100-02-29'],
  ['a thirteenth month', '2021-13-01'],
  ['a date without leading zeros', '2021-5-1'],
  ['a date with a time', '2021-05-01T00:00'],
  ['an endless date', '9999-12-31'],
  ['an empty text', ''],
];
test.each(refused)('%s is not a date', (_, text) => {
  expect(CivilDate.safeParse(text).error?.issues[0]?.message).toBe('not-a-date');
});

test.each(['2020-02-29', '2024-02-29', '2000-02-29'])('%s is a date', (text) => {
  expect(CivilDate.parse(text)).toBe(text);
});

test('the days after the last of February are right in all kinds of years', () => {
  expect(addDays(date('2020-02-28'), 1)).toBe('2020-02-29');
  expect(addDays(date('2021-02-28'), 1)).toBe('2021-03-01');
  expect(addDays(date('2000-02-28'), 1)).toBe('2000-02-29');
  expect(addDays(date('2100-02-28'), 1)).toBe('2100-03-01');
});

test('a leap year has 366 days, another year 365', () => {
  expect(daysBetween(date('2024-01-01'), date('2025-01-01'))).toBe(366);
  expect(daysBetween(date('2025-01-01'), date('2026-01-01'))).toBe(365);
});

test('any day of the calendar stays a date of the agreed form, through addition as well', () => {
  fc.assert(fc.property(anyDate, anyShift, (day, n) => CivilDate.safeParse(addDays(day, n)).success));
});

test('addDays and daysBetween undo each other', () => {
  fc.assert(
    fc.property(anyDate, anyShift, (day, n) => {
      expect(daysBetween(day, addDays(day, n))).toBe(n);
      expect(addDays(addDays(day, n), -n)).toBe(day);
    }),
  );
});

test('dates compare as text in the order of their days', () => {
  fc.assert(fc.property(anyDate, anyDate, (a, b) => a < b === daysBetween(a, b) > 0));
});

test('the day of the week goes round in sevens', () => {
  expect(weekday(date('2021-10-09'))).toBe(6);
  expect(weekday(date('2021-10-10'))).toBe(0);
  fc.assert(fc.property(anyDate, (day) => weekday(addDays(day, 7)) === weekday(day)));
  fc.assert(fc.property(anyDate, (day) => weekday(addDays(day, 1)) === (weekday(day) + 1) % 7));
});

test('the year of a date is a number', () => {
  expect(yearOf(date('2021-12-31'))).toBe(2021);
});

test('a week has seven days, before 1970 as after', () => {
  fc.assert(
    fc.property(anyDate, (day) => {
      expect(weekday(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
    }),
  );
});

test.each([
  ['2021-01-15', 1, '2021-02-15'],
  ['2021-01-31', 1, '2021-02-28'],
  ['2023-11-30', 3, '2024-02-29'],
  ['2021-12-31', 6, '2022-06-30'],
])('of %s, %d months later is the same day, or the last of a month that is too short: %s', (from, n, to) => {
  expect(addMonths(date(from), n)).toBe(to);
});
