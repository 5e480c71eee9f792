import fc from 'fast-check';
import { fit, widthOf } from './width';

test('a Chinese character takes two columns', () => {
  expect(widthOf('（一）2 台账')).toBe(12);
});

test('a text that is too wide ends in an ellipsis, and no character is cut in half', () => {
  expect(fit('执法终端管理', 12)).toBe('执法终端管理');
  expect(fit('执法终端管理', 11)).toBe('执法终端管…');
  expect(fit('执法终端管理', 10)).toBe('执法终端…');
});

test('no text is ever wider than its room', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
      expect(widthOf(fit(text, width))).toBeLessThanOrEqual(width);
    }),
  );
});
