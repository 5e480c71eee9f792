import fc from 'fast-check';
import { yuanText } from './cell';

test('an amount in yuan has two decimals and is exact, however large it is', () => {
  expect([0, 5, 50, 623_050].map(yuanText)).toEqual(['0.00', '0.05', '0.50', '6230.50']);
  fc.assert(
    fc.property(fc.maxSafeNat(), (fen) => {
      expect(yuanText(fen)).toMatch(/^\d+\.\d\d$/);
      expect(Number(yuanText(fen).replace('.', ''))).toBe(fen);
    }),
  );
});
