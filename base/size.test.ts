import { sizesApart, sizeText } from './size';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KiB'],
  [427_000, '417 KiB'],
  [5_000_000_000, '4.7 GiB'],
])('%i octets are %s', (octets, text) => {
  expect(sizeText(octets)).toBe(text);
});

test('two sizes that would read the same are told to the octet', () => {
  expect(sizesApart(6 * 1024 ** 3, 4 * 1024 ** 3)).toEqual(['6.0 GiB', '4.0 GiB']);
  expect(sizesApart(4 * 1024 ** 3 + 1, 4 * 1024 ** 3)).toEqual(['4294967297 B', '4294967296 B']);
  expect(sizesApart(7, 7)).toEqual(['7 B', '7 B']);
});
