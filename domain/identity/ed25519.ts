import { ed25519 } from '@noble/curves/ed25519';
import { utf8ToBytes } from '@noble/hashes/utils';
import { decodeBase64url } from '../../base/base64url';

/** The length of an Ed25519 signature, in bytes. */
export const SIGNATURE_BYTES = 64;

/**
 * Whether the bytes are a point of the prime-order group. Verifiers differ on points with a torsion part, so that
 * a signer could give a decision that holds here and fails with OpenSSL: with such points refused, all agree.
 */
const isPrimeOrder = (bytes: Uint8Array): boolean => {
  try {
    return ed25519.Point.fromBytes(bytes).isTorsionFree();
  } catch {
    return false;
  }
};

/** Whether a text is a public key that signatures are accepted of: 32 bytes as base64url, a point of the prime-order group. */
export const isUsableKey = (x: string): boolean => {
  const bytes = decodeBase64url(x);
  return bytes?.length === 32 && isPrimeOrder(bytes);
};

/**
 * Whether a text carries the Ed25519 signature (RFC 8032, pure, by its strict rules) of the public key `x`
 * (32 bytes as base64url). False, never an error, for an invalid key or signature.
 */
export const isSignedBy = (x: string, text: string, signature: Uint8Array): boolean => {
  const publicKey = decodeBase64url(x);
  if (publicKey?.length !== 32 || signature.length !== SIGNATURE_BYTES) return false;
  if (!isPrimeOrder(publicKey) || !isPrimeOrder(signature.subarray(0, 32))) return false;
  return ed25519.verify(signature, utf8ToBytes(text), publicKey, { zip215: false });
};
