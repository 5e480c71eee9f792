import fc from 'fast-check';
import { canonicalText, readCanonical } from './canonical-text';

test('a canonical text stands for its value and no other text does', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const text = canonicalText(value);
      expect(canonicalText(readCanonical(text)?.value)).toBe(text);
      expect(readCanonical(`${text} `)).toBeUndefined();
    }),
  );
});

test.each([
  ['names in another order', '{"b":1,"a":2}'],
  ['a name twice', '{"a":1,"a":2}'],
  ['a space', '{"a": 1}'],
  ['a number in another spelling', '{"a":1.0}'],
  ['minus zero', '{"a":-0}'],
  ['a number that is too large', '{"a":1e999}'],
  ['an escape that is not needed', String.raw`{"a":"\u4e59"}`],
  ['half of a surrogate pair', String.raw`{"a":"\ud83d"}`],
  ['half of a surrogate pair after a backslash', String.raw`{"a":"\\\ud83d"}`],
  ['half of a surrogate pair as a name', String.raw`{"\udc00":1}`],
  ['more depth than a machine can follow', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['no JSON', '{a:1}'],
  ['nothing', ''],
])('%s is not canonical', (_, text) => {
  expect(readCanonical(text)).toBeUndefined();
});

test('text that merely looks like an escape may be said', () => {
  const value = { a: String.raw`\ud83d`, b: '😀', c: '\\\\' };
  expect(readCanonical(canonicalText(value))).toEqual({ value });
});

test.each([['\ud83d'], ['\udc00'], ['a\ud83db'], ['\\\ud83d']])(
  'half of a surrogate pair cannot be signed: %j',
  (text) => {
    expect(() => canonicalText({ text })).toThrow(TypeError);
  },
);
