import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { ed25519, ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519';
import { sha512 } from '@noble/hashes/sha2';
import { bytesToNumberLE, concatBytes, numberToBytesLE } from '@noble/curves/utils';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils';
import { encodeBase64url } from '../../base/base64url';
import { isSignedBy, isUsableKey } from './ed25519';
import { RFC_KEY } from '../../testing/keys';

const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;

// RFC 8037, appendix A.4.
const INPUT = 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc';
const SIGNATURE = Buffer.from(
  'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
  'base64url',
);

const opensslTakes = (x: string, text: string, signature: Uint8Array): boolean => {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(text), key, signature);
};

const scalar = (bytes: Uint8Array): bigint => bytesToNumberLE(bytes) % ORDER;

/** What a dishonest signer can do: `secret` and `nonce` are their own, `twist` is added to the point R, `bend` to A. */
const dishonest = (text: string, { twist = Point.ZERO, bend = Point.ZERO, nonce = 67890n }) => {
  const secret = 12345n;
  const publicKey = Point.BASE.multiply(secret).add(bend).toBytes();
  const r = Point.BASE.multiplyUnsafe(nonce).add(twist).toBytes();
  const k = scalar(sha512(concatBytes(r, publicKey, utf8ToBytes(text))));
  const s = numberToBytesLE((nonce + k * secret) % ORDER, 32);
  return { x: encodeBase64url(publicKey), publicKey, signature: concatBytes(r, s) };
};

const TORSION = Point.fromHex(ED25519_TORSION_SUBGROUP[1] ?? '');

test('takes the signature of RFC 8037, appendix A.4', () => {
  expect(isSignedBy(RFC_KEY.x, INPUT, SIGNATURE)).toBe(true);
});

test('takes nothing else for it', () => {
  expect(isSignedBy(RFC_KEY.x, `${INPUT} `, SIGNATURE)).toBe(false);
});

test('a second signature cannot be made of a first by adding the order of the group', () => {
  const s = bytesToNumberLE(SIGNATURE.subarray(32)) + ORDER;
  const other = concatBytes(SIGNATURE.subarray(0, 32), numberToBytesLE(s, 32));
  expect(isSignedBy(RFC_KEY.x, INPUT, other)).toBe(false);
});

test('a signature whose S is the order of the group is none, and no error', () => {
  const other = concatBytes(SIGNATURE.subarray(0, 32), numberToBytesLE(ORDER, 32));
  expect(isSignedBy(RFC_KEY.x, INPUT, other)).toBe(false);
});

test('a key of small order, which would fit any text, fits none', () => {
  const identity = Point.ZERO.toBytes();
  const signature = concatBytes(identity, new Uint8Array(32));
  expect(ed25519.verify(signature, utf8ToBytes('any text'), identity, { zip215: true })).toBe(true);
  expect(isSignedBy(encodeBase64url(identity), 'any text', signature)).toBe(false);
  for (const torsion of ED25519_TORSION_SUBGROUP)
    expect(isUsableKey(encodeBase64url(hexToBytes(torsion)))).toBe(false);
});

describe('a signature on which verifiers would not agree is refused', () => {
  test('the way it is made is sound when nothing is added', () => {
    const { x, signature } = dishonest('text', {});
    expect(isSignedBy(x, 'text', signature)).toBe(true);
    expect(opensslTakes(x, 'text', signature)).toBe(true);
  });

  test.each([
    ['the point R', { twist: TORSION }],
    ['the public key', { bend: TORSION }],
  ])('a torsion part in %s', (_, parts) => {
    const { x, publicKey, signature } = dishonest('text', parts);
    expect(ed25519.verify(signature, utf8ToBytes('text'), publicKey, { zip215: false })).toBe(true);
    expect(opensslTakes(x, 'text', signature)).toBe(false);
    expect(isSignedBy(x, 'text', signature)).toBe(false);
  });
});

test('a point R of small order is no signature, though its equation holds', () => {
  const { x, publicKey, signature } = dishonest('text', { nonce: 0n });
  expect(ed25519.verify(signature, utf8ToBytes('text'), publicKey, { zip215: false })).toBe(true);
  expect(opensslTakes(x, 'text', signature)).toBe(true);
  expect(isSignedBy(x, 'text', signature)).toBe(false);
});

test('what a dishonest signer makes holds here if and only if it does with OpenSSL, and then with noble too', () => {
  const torsion = fc
    .nat(7)
    .map((times) => (times === 0 ? Point.ZERO : TORSION.multiplyUnsafe(BigInt(times))));
  const held = new Set<boolean>();
  fc.assert(
    fc.property(fc.string(), torsion, torsion, (text, twist, bend) => {
      const { x, publicKey, signature } = dishonest(text, { twist, bend });
      const holds = isSignedBy(x, text, signature);
      expect(opensslTakes(x, text, signature)).toBe(holds);
      const here = ed25519.verify(signature, utf8ToBytes(text), publicKey, { zip215: false });
      if (holds) expect(here).toBe(true);
      held.add(holds);
    }),
    { numRuns: 60 },
  );
  expect(held.size).toBe(2);
});

test.each([
  ['no key', '', SIGNATURE],
  ['a key that is no base64url', '=', SIGNATURE],
  ['a key that is no point', encodeBase64url(new Uint8Array(32).fill(2)), SIGNATURE],
  ['a short signature', RFC_KEY.x, SIGNATURE.subarray(1)],
  ['an R that is no point', RFC_KEY.x, new Uint8Array(64).fill(255)],
])('%s is no error, but no signature either', (_, x, signature) => {
  expect(isSignedBy(x, INPUT, signature)).toBe(false);
});
