import { createHash, generateKeyPairSync } from 'node:crypto';
import { type Instant, instant } from '../calendar/zone';
import { RFC_KEY } from '../../testing/keys';
import { keyAt, type KeyFault, KeyRing, PublicKey, thumbprint } from './key';

const { kid, x } = RFC_KEY;
const at = (n: number): Instant => instant(n);

/** Another key, good from the instant at which the first one ends. */
const successor = (from: number): PublicKey => {
  const { x: other = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  return PublicKey.parse({ kid: thumbprint(other), x: other, from });
};

describe('the thumbprint', () => {
  test('is that of RFC 8037, appendix A.3', () => {
    expect(thumbprint(x)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  test('is the SHA-256 of the members in the order of their names (RFC 7638)', () => {
    const jwk = `{"crv":"Ed25519","kty":"OKP","x":"${x}"}`;
    expect(thumbprint(x)).toBe(createHash('sha256').update(jwk).digest('base64url'));
  });
});

describe('a public key', () => {
  test('is taken when it is whole', () => {
    expect(PublicKey.parse({ kid, x, from: 0, until: 2, revoked: 1 })).toEqual({
      kid,
      x,
      from: 0,
      until: 2,
      revoked: 1,
    });
  });

  test.each([
    ['a name that is not its thumbprint', { kid: x, x, from: 0 }],
    ['a mistyped x', { kid, x: x.replace('1', '2'), from: 0 }],
    ['an x of another length', { kid: thumbprint('AAAA'), x: 'AAAA', from: 0 }],
    ['an end before its beginning', { kid, x, from: 2, until: 2 }],
    ['a secret', { kid, x, from: 0, d: RFC_KEY.d }],
  ])('is refused with %s', (_, given) => {
    expect(PublicKey.safeParse(given).success).toBe(false);
  });
});

test('a key ring has no key twice, so that a revoked one cannot come back', () => {
  const key = { kid, x, from: 0 };
  expect(KeyRing.safeParse([{ ...key, revoked: 1 }, key]).success).toBe(false);
  expect(KeyRing.safeParse([{ ...key, revoked: 1 }, successor(1)]).success).toBe(true);
});

describe('a key may sign', () => {
  const key = (dates: object): PublicKey => PublicKey.parse({ kid, x, from: 10, ...dates });

  test.each<[string, object, number, KeyFault | undefined]>([
    ['not before its first instant', {}, 9, 'key-not-yet-valid'],
    ['from its first instant', {}, 10, undefined],
    ['for ever, if nobody ends it', {}, Number.MAX_SAFE_INTEGER, undefined],
    ['up to its end', { until: 20 }, 19, undefined],
    ['not at its end', { until: 20 }, 20, 'key-expired'],
    ['before it was revoked', { revoked: 15 }, 14, undefined],
    ['not once it was revoked', { revoked: 15 }, 15, 'key-revoked'],
    ['not once it was revoked, whatever its end', { until: 20, revoked: 15 }, 25, 'key-revoked'],
    ['never, if it was revoked from the first', { revoked: 0 }, 5, 'key-revoked'],
  ])('%s', (_, dates, now, fault) => {
    const found = keyAt([key(dates)], kid, at(now));
    expect(found).toEqual(fault ? { fault } : { key: key(dates) });
  });

  test('not if nobody knows it', () => {
    expect(keyAt([successor(0)], kid, at(10))).toEqual({ fault: 'unknown-key' });
  });

  test('for what it signed before another took its place', () => {
    const old = key({ until: 20 });
    const next = successor(20);
    expect(keyAt([old, next], old.kid, at(19))).toEqual({ key: old });
    expect(keyAt([old, next], old.kid, at(20))).toEqual({ fault: 'key-expired' });
    expect(keyAt([old, next], next.kid, at(20))).toEqual({ key: next });
  });
});
