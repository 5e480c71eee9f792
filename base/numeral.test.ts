import { chineseNumeral, numeralOf } from './numeral';

test('a numeral that is written is read back', () => {
  for (let n = 1; n < 100; n += 1) expect(numeralOf(chineseNumeral(n))).toBe(n);
});

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [99, '九十九'],
])('%i is written %s', (n, written) => {
  expect(chineseNumeral(n)).toBe(written);
});

test.each([
  ['28', 28],
  ['一百零二', 102],
  ['二〇二一', 2021],
  ['两', 2],
  ['第一', undefined],
  ['', undefined],
])('%s is %s', (text, n) => {
  expect(numeralOf(text)).toBe(n);
});
