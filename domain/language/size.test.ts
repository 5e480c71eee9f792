import { sizeText } from './size';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KiB'],
  [427_000, '417 KiB'],
  [5_000_000_000, '4.7 GiB'],
])('%i octets are %s', (octets, text) => {
  expect(sizeText(octets)).toBe(text);
});
