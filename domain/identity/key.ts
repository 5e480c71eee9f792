import { sha256 } from '@noble/hashes/sha2';
import { utf8ToBytes } from '@noble/hashes/utils';
import { z } from 'zod';
import { Instant } from '../calendar/zone';
import { canonical } from '../../base/hash';
import { decodeBase64url, encodeBase64url } from '../../base/base64url';

/** What can be wrong with a key as it is written: these are the messages of its schemas, which have their words elsewhere. */
export const KEY_FORM_FAULTS = [
  'not-32-bytes',
  'not-its-thumbprint',
  'ends-too-early',
  'listed-twice',
] as const;
export type KeyFormFault = (typeof KEY_FORM_FAULTS)[number];

const faulty = (message: KeyFormFault, path: string[] = []) => ({ path, message });

/** A text that stands for 32 bytes in base64url. */
const bytes32 = z.string().refine((text) => decodeBase64url(text)?.length === 32, faulty('not-32-bytes'));

/** What a key is called: the SHA-256 thumbprint of its JWK (RFC 7638), base64url. */
export const KeyId = bytes32.brand<'KeyId'>();
export type KeyId = z.infer<typeof KeyId>;

/** The name of the Ed25519 public key `x` (RFC 8037, section 2; RFC 7638). */
export const thumbprint = (x: string): KeyId => {
  const jwk = canonical({ crv: 'Ed25519', kty: 'OKP', x });
  return encodeBase64url(sha256(utf8ToBytes(jwk))) as KeyId;
};

const material = { kid: KeyId, x: bytes32 };
const isNamedRightly = ({ kid, x }: { kid: KeyId; x: string }): boolean => kid === thumbprint(x);
const misnamed = faulty('not-its-thumbprint', ['kid']);

/** A public key as its owner hands it in. */
export const KeyMaterial = z.strictObject(material).refine(isNamedRightly, misnamed);
export type KeyMaterial = z.infer<typeof KeyMaterial>;

/**
 * A person's Ed25519 public key, and when it may sign: from `from` up to, not including, `until` and `revoked`.
 * The office sets `until` when it replaces the key and `revoked` when the key may be in other hands.
 */
export const PublicKey = z
  .strictObject({
    ...material,
    from: Instant,
    until: Instant.optional(),
    revoked: Instant.optional(),
  })
  .refine(isNamedRightly, misnamed)
  .refine(({ from, until }) => until === undefined || until > from, faulty('ends-too-early', ['until']));
export type PublicKey = z.infer<typeof PublicKey>;

/** All keys that a person has had. A key is in it once: it never comes back with other dates. */
export const KeyRing = z
  .array(PublicKey)
  .max(32)
  .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, faulty('listed-twice'));
export type KeyRing = z.infer<typeof KeyRing>;

/** Why a key may not sign at an instant. */
export type KeyFault = 'unknown-key' | 'key-not-yet-valid' | 'key-expired' | 'key-revoked';

const faultAt = ({ from, until, revoked }: PublicKey, at: Instant): KeyFault | undefined => {
  if (revoked !== undefined && at >= revoked) return 'key-revoked';
  if (at < from) return 'key-not-yet-valid';
  if (until !== undefined && at >= until) return 'key-expired';
  return undefined;
};

/**
 * The key of that name, if it may sign at an instant. Take the instant at which the command arrived, never the one
 * that its signer states: so what a key signed while it was good stays good, and a stolen key cannot backdate.
 */
export const keyAt = (
  keys: readonly PublicKey[],
  kid: string,
  at: Instant,
): { key: PublicKey } | { fault: KeyFault } => {
  const key = keys.find((candidate) => candidate.kid === kid);
  if (!key) return { fault: 'unknown-key' };
  const fault = faultAt(key, at);
  return fault ? { fault } : { key };
};
