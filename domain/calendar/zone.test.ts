import fc from 'fast-check';
import { addDays, CivilDate } from './civil';
import { civilOf, instant, instantOf, readable, timeOf, TimeOfDay } from './zone';

const date = (text: string) => CivilDate.parse(text);
const time = (text: string) => TimeOfDay.parse(text);
const two = (n: number) => String(n).padStart(2, '0');

const anyDate = fc.integer({ min: 0, max: 70_000 }).map((n) => addDays(date('1992-01-01'), n));
const anyTime = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((n) => time(`${two(Math.floor(n / 60))}:${two(n % 60)}`));
const anyInstant = fc.integer({ min: 0, max: 4_000_000_000_000 }).map(instant);

test('half past eight in Shanghai is half past midnight in UTC', () => {
  expect(instantOf(date('2021-05-06'), time('08:30'))).toBe(Date.UTC(2021, 4, 6, 0, 30));
});

test('without a time it is midnight, which in UTC is still the day before', () => {
  expect(instantOf(date('2021-01-01'))).toBe(Date.UTC(2020, 11, 31, 16));
});

test('an instant has the date and time that it was made of', () => {
  fc.assert(
    fc.property(anyDate, anyTime, (day, at) => {
      expect(civilOf(instantOf(day, at))).toBe(day);
      expect(timeOf(instantOf(day, at))).toBe(at);
      expect(readable(instantOf(day, at))).toBe(`${day} ${at}`);
    }),
  );
});

test('date and time of an instant give its minute back', () => {
  fc.assert(
    fc.property(anyInstant, (at) => {
      expect(instantOf(civilOf(at), timeOf(at))).toBe(at - (at % 60_000));
    }),
  );
});

test('later instants never fall on earlier dates', () => {
  fc.assert(fc.property(anyInstant, anyInstant, (a, b) => a > b || civilOf(a) <= civilOf(b)));
});

test('the offset is the one that the world has for Asia/Shanghai', () => {
  const world = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  fc.assert(
    fc.property(anyDate, anyTime, (day, at) => {
      expect(world.format(instantOf(day, at))).toBe(`${day} ${at}`);
    }),
  );
});

test.each(['24:00', '08:60', '8:30', '08:30:00', ''])('%p is not a time of day', (text) => {
  expect(TimeOfDay.safeParse(text).success).toBe(false);
});
