import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { utf8ToBytes } from '@noble/hashes/utils';
import { z } from 'zod';
import { canonical } from '../../base/hash';
import { encodeBase64url } from '../../base/base64url';
import { keysIn, type SecretKey, type SecretKeys } from '../../base/key-lines';

/*
 * What workers tell one another through Temporal, and what they keep in the store, they seal by a key that nobody else
 * has: HMAC-SHA-256 (RFC 2104) over canonical JSON (RFC 8785). Workflows have no key: activities make seals and check them.
 */

/** Everything that is sealed. What was sealed as one kind is never taken for another. */
export const SEALED = [
  'birth',
  /** By which round an item was started. */
  'started-by',
  'carried',
  'posts',
  'rows',
  'refused-mail',
  'held-mail',
  'round-command',
  'receipt',
  'key-mark',
  'checkpoint',
  /** A mail on hold, as operators are shown it. */
  'kept-back',
  /** What an operator has decided of a mail on hold. */
  'mail-decision',
] as const;
export type Sealed = (typeof SEALED)[number];

/** The workers' keys as text: the first seals; all of them open. */
export const SealKeys = z.string().transform((text, context): SecretKeys => {
  const keys = keysIn(text);
  if (keys) return keys;
  context.addIssue({
    code: 'custom',
    message: 'must be keys as "rectify seal-keys" writes them, each once: an id and 32 bytes in base64url',
  });
  return z.NEVER;
});

const macOf = ({ secret }: SecretKey, kind: Sealed, content: unknown): string =>
  encodeBase64url(hmac(sha256, secret, utf8ToBytes(canonical({ kind, content }))));

/** In constant time. */
const isSame = (one: string, other: string): boolean => {
  let differing = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) differing |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return differing === 0;
};

/** Makes seals, and checks them. */
export class Seals {
  constructor(private readonly keys: SecretKeys) {}

  /** The seal of a JSON value: the id of the key and the code, `k1.7Xq…`. */
  make(kind: Sealed, content: unknown): string {
    const [key] = this.keys;
    return `${key.id}.${macOf(key, kind, content)}`;
  }

  /** The id of the key that seals. */
  get keyId(): string {
    return this.keys[0].id;
  }

  /** Whether a worker has sealed exactly this. Never throws on what came from elsewhere. */
  isGood(seal: unknown, kind: Sealed, content: unknown): boolean {
    if (typeof seal !== 'string') return false;
    const [id, mac = ''] = seal.split('.');
    const key = this.keys.find((one) => one.id === id);
    try {
      return key !== undefined && isSame(mac, macOf(key, kind, content));
    } catch {
      // Nested so deep that it has no canonical form: no worker has sealed it.
      return false;
    }
  }
}
