import fc from 'fast-check';
import { addDays, daysBetween } from '../../../domain/calendar/civil';
import { anItem } from '../../../testing/item';
import { at, date } from '../../../testing/world';
import { boardOf } from '../board';
import { aDossier, dossierItem } from '../../../testing/board';
import { dayTicks } from './chart';
import { boardPage } from './page';

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

test('the names of days below the axis do not touch, also where the year changes after the first', () => {
  const { row, ...item } = dossierItem(anItem('in-progress'));
  /** Of a digit of 11 px, in units of the picture. */
  const DIGIT = 5.8;
  fc.assert(
    fc.property(fc.integer({ max: 2000, min: 0 }), fc.integer({ min: 0, max: 366 }), (born, ahead) => {
      const day = addDays(FROM, born);
      const deadline = addDays(day, ahead);
      const only = { ...item, row: { ...row, assignedAt: at(day), deadline, originalDeadline: deadline } };
      const page = boardPage(boardOf(aDossier([only], at(day))), 'zh-CN');
      for (const [picture] of page.matchAll(/<svg\s+class="(?:wide|paper|narrow)".*?<\/svg>/gs)) {
        const names = Array.from(
          picture.matchAll(/class="tick( middle)?"\s+x="([\d.]+)"\s+y="[\d.]+"\s*>([\d-]+)</g),
          ([, middle, x = '', text = '']) => {
            const wide = text.length * DIGIT;
            const from = Number(x) - (middle === undefined ? 0 : wide / 2);
            return { from, to: from + wide };
          },
        );
        expect(names.length).toBeGreaterThan(0);
        for (const [index, { from }] of names.entries())
          expect(from).toBeGreaterThanOrEqual((names[index - 1]?.to ?? 0) + (index && 3));
      }
    }),
  );
});
