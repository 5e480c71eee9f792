import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { encodeBase64url } from './base64url';
import { deflated, fromPayload, toPayload } from './deflated';

const large = Array.from({ length: 2000 }, (_, no) => ({
  no,
  problem: '制度执行不严，监督检查不到位',
  text: '核对台账'.repeat(40),
}));

test('a small value crosses as it stands', () => {
  const value = { rows: [1, 2, 3] };
  expect(toPayload(value)).toBe(value);
  expect(fromPayload(value)).toBe(value);
});

test('a large value becomes a tenth or less, and is what it was', () => {
  const payload = toPayload(large);
  expect(JSON.stringify(payload).length * 10).toBeLessThan(JSON.stringify(large).length);
  expect(fromPayload(payload)).toEqual(large);
});

test('any value is given back, whatever people wrote', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (some) => {
      const value = { some, large };
      expect(fromPayload(toPayload(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 20 },
  );
});

test('what is not a deflated value is an error, not a guess', () => {
  expect(() => fromPayload({ deflated: '***' })).toThrow('not a deflated value');
  expect(() => fromPayload({ deflated: 'AAAA' })).toThrow();
});

test('a value that would fill the memory is refused before it does', () => {
  const bomb = { deflated: encodeBase64url(deflateSync(new Uint8Array(100 * 1024 ** 2))) };
  expect(() => fromPayload(bomb)).toThrow(RangeError);
});

test('one that is cut off is an error', () => {
  const { deflated: text } = deflated(large);
  expect(() => fromPayload({ deflated: text.slice(0, 400) })).toThrow();
});
