import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonical, hashOf } from './hash';

describe('canonical JSON', () => {
  // The example of RFC 8785, section 3.2.2.
  test('is that of RFC 8785', () => {
    const given = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonical(given)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('does not depend on the order in which a value was put together', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(canonical(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonical(value));
      }),
    );
  });

  test.each([[undefined], [() => 1], [NaN]])('refuses what JSON cannot hold: %p', (value) => {
    expect(() => canonical(value)).toThrow();
  });
});

test('a hash is the SHA-256 of the canonical text, so that anybody can compute it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(hashOf(value)).toBe(createHash('sha256').update(canonical(value), 'utf8').digest('hex'));
    }),
  );
});

test('a field that is absent and one that is undefined hash alike, as they read alike in JSON', () => {
  expect(hashOf({ a: 1, b: undefined })).toBe(hashOf({ a: 1 }));
});
