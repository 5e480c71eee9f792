import fc from 'fast-check';
import { fenIn, MOST_FEN, yuanDecimal, yuanText } from './money';

test.each([
  ['550', 55_000],
  ['4080.50', 408_050],
  ['4080.5', 408_050],
  ['0.01', 1],
  [' 7 ', 700],
  ['4080.50元', 408_050],
  ['550 元', 55_000],
  ['100000000000', MOST_FEN],
])('%p yuan are %d fen', (yuan, fen) => {
  expect(fenIn(yuan)).toBe(fen);
});

test.each([
  '',
  '0',
  '0.00',
  '-5',
  '+5',
  '1.234',
  '1.',
  '.5',
  '1e3',
  '4,080',
  '550万元',
  '元',
  '100000000000.01',
  'NaN',
])('%p is no amount', (yuan) => {
  expect(fenIn(yuan)).toBeUndefined();
});

test('people read thousands, and fen only where there are some', () => {
  expect([1, 55_000, 408_050, 123_456_789_00].map(yuanText)).toEqual([
    '0.01',
    '550',
    '4,080.50',
    '123,456,789',
  ]);
});

test('an amount is read as it is written, to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MOST_FEN }), (fen) => {
      expect(fenIn(yuanText(fen).replaceAll(',', ''))).toBe(fen);
    }),
  );
});

test('an amount for programs has two decimals and is exact, however large it is', () => {
  expect([0, 5, 50, 623_050].map(yuanDecimal)).toEqual(['0.00', '0.05', '0.50', '6230.50']);
  fc.assert(
    fc.property(fc.maxSafeNat(), (fen) => {
      expect(yuanDecimal(fen)).toMatch(/^\d+\.\d\d$/);
      expect(Number(yuanDecimal(fen).replace('.', ''))).toBe(fen);
    }),
  );
});
