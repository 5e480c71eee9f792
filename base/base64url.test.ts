import fc from 'fast-check';
import { decodeBase64url, encodeBase64url } from './base64url';

test('writes what Node writes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(encodeBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    }),
  );
});

test('reads back what it wrote', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(decodeBase64url(encodeBase64url(bytes))).toEqual(bytes);
    }),
  );
});

test('no two texts stand for the same bytes', () => {
  const character = fc.constantFrom(...Array.from('AQZgw09-_=+/. \n字'));
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 8 }), (text) => {
      const bytes = decodeBase64url(text);
      expect(bytes === undefined || encodeBase64url(bytes) === text).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['padding', 'TQ=='],
  ['the other alphabet', '+/+/'],
  ['a length that no bytes have', 'TQTQT'],
  ['spare bits that are not zero', 'TR'],
  ['a line end', 'TQ\n'],
])('refuses %s', (_, text) => {
  expect(decodeBase64url(text)).toBeUndefined();
});
