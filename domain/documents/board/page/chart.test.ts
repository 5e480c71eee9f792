import fc from 'fast-check';
import { addDays, daysBetween } from '../../../calendar/civil';
import { date } from '../../../testing/world';
import { dayTicks } from './chart';

const FROM = date('2021-04-30');
const ticks = (days: number, room = 8) => dayTicks({ from: FROM, to: addDays(FROM, days) }, room);

test('a few days are all named, weeks by the week, months by their first day', () => {
  expect(ticks(3)).toEqual(['2021-04-30', '2021-05-01', '2021-05-02', '2021-05-03']);
  expect(ticks(21)).toEqual(['2021-04-30', '2021-05-07', '2021-05-14', '2021-05-21']);
  expect(ticks(200).slice(0, 3)).toEqual(['2021-04-30', '2021-06-01', '2021-07-01']);
});

test('named days begin with the first, rise, stay on the axis and never come too near to each other', () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.integer({ min: 2, max: 12 }), (days, room) => {
      const named = ticks(days, room);
      expect(named[0]).toBe(FROM);
      for (const [index, day] of named.entries()) {
        const before = named[index - 1];
        expect(daysBetween(FROM, day)).toBeLessThanOrEqual(days);
        if (before) expect(daysBetween(before, day)).toBeGreaterThanOrEqual(((days + 1) / room) * 0.9);
      }
      expect(named.length).toBeLessThanOrEqual(room / 0.9 + 1);
    }),
  );
});
