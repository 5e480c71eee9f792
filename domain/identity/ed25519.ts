import { ed25519 } from '@noble/curves/ed25519';
import { bytesToNumberLE, concatBytes } from '@noble/curves/utils';
import { sha512 } from '@noble/hashes/sha2';
import { utf8ToBytes } from '@noble/hashes/utils';
import { decodeBase64url, encodeBase64url } from '../../base/base64url';

const { Point } = ed25519;
const { ORDER } = Point.Fn;

/** The length of an Ed25519 signature, in bytes. */
export const SIGNATURE_BYTES = 64;

/** The point of 32 bytes, by the strict rules; nothing where they are none. */
const pointOf = (bytes: Uint8Array) => {
  try {
    return Point.fromBytes(bytes);
  } catch {
    return undefined;
  }
};

/**
 * Whether a text is a public key that may be registered: 32 bytes as base64url, a point of the prime-order group.
 * Verifiers differ on points with a torsion part.
 */
export const isUsableKey = (x: string): boolean => {
  const bytes = decodeBase64url(x);
  const point = bytes?.length === 32 ? pointOf(bytes) : undefined;
  // The neutral point has no torsion part either, and signs anything.
  return point !== undefined && point.isTorsionFree() && !point.isSmallOrder();
};

/**
 * Whether a text carries the Ed25519 signature (RFC 8032, pure) of the public key `x` (32 bytes as base64url). False,
 * never an error, for an invalid key or signature.
 *
 * By the equation without the cofactor, octet for octet, as OpenSSL does, so that no signer can give a decision that holds
 * here and fails there; keys and points R of small order, which some verifiers take and others do not, are refused.
 * noble's own `verify` multiplies by the cofactor, and would need R and the key examined first, at twice the price.
 */
export const isSignedBy = (x: string, text: string, signature: Uint8Array): boolean => {
  const publicKey = decodeBase64url(x);
  if (publicKey?.length !== 32 || signature.length !== SIGNATURE_BYTES) return false;
  const key = pointOf(publicKey);
  const [r, s] = [signature.subarray(0, 32), bytesToNumberLE(signature.subarray(32))];
  if (!key || key.isSmallOrder() || s >= ORDER) return false;
  const k = bytesToNumberLE(sha512(concatBytes(r, publicKey, utf8ToBytes(text)))) % ORDER;
  const expected = Point.BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(k));
  return !expected.isSmallOrder() && encodeBase64url(expected.toBytes()) === encodeBase64url(r);
};
