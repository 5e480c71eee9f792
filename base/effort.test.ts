import { EVEN, growthOf, REPEATED, repeated } from '../testing/effort';
import { bare, columnsOf, fold } from './half-width';
import { nearest } from './nearest';
import { safe } from './printable';
import { capped, oneLine, unbroken } from './safe-text';
import { linesWithin } from './width';

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  bare,
  columnsOf,
  fold,
  oneLine,
  safe,
  unbroken,
  capped: (text) => capped(text, text.length - 1),
  linesWithin: (text) => linesWithin(text, 80, 2),
  nearest: (text) => nearest(text, [text.slice(1), text.slice(2)]),
};

describe.each(Object.entries(READERS))('%s', (_, read) => {
  test('costs twice the time for a text that is twice as long, whatever it is made of', () => {
    for (const unit of REPEATED)
      expect(growthOf((length) => read(repeated(unit, length)), 60_000)).toBeLessThan(EVEN);
  });
});
