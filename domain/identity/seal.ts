import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { utf8ToBytes } from '@noble/hashes/utils';
import { z } from 'zod';
import { canonical } from '../../base/hash';
import { decodeBase64url, encodeBase64url } from '../../base/base64url';

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
  /** What an operator has decided of a mail on hold. */
  'mail-decision',
] as const;
export type Sealed = (typeof SEALED)[number];

/** A key of the workers; its `id` is no secret. */
export type SealKey = { id: string; secret: Uint8Array };

/** The first key seals; all of them open. */
export type SealKeys = readonly [SealKey, ...SealKey[]];

const SECRET_BYTES = 32;
const LINE = /^(?<id>[a-z0-9][a-z0-9-]{0,31})\s+(?<secret>[\w-]+)$/;

const keyIn = (line: string): SealKey | undefined => {
  const { id = '', secret = '' } = LINE.exec(line)?.groups ?? {};
  const bytes = decodeBase64url(secret);
  return bytes?.length === SECRET_BYTES ? { id, secret: bytes } : undefined;
};

/** A key as a line of such a text. */
export const sealKeyLine = ({ id, secret }: SealKey): string => `${id} ${encodeBase64url(secret)}`;

/** Keys as text: one a line, or separated by commas, each its id and 32 bytes in base64url. `#` begins a comment. */
export const SealKeys = z.string().transform((text, context): SealKeys => {
  const lines = text.split('\n').flatMap((line) => line.replace(/#.*/, '').split(','));
  const keys = lines.flatMap((line) => (line.trim() === '' ? [] : [keyIn(line.trim())]));
  const [first, ...others] = keys;
  const ids = new Set(keys.map((key) => key?.id));
  if (first && others.every((key) => key !== undefined) && ids.size === keys.length)
    return [first, ...others];
  context.addIssue({
    code: 'custom',
    message: 'must be keys as "rectify seal-keys" writes them, each once: an id and 32 bytes in base64url',
  });
  return z.NEVER;
});

const macOf = ({ secret }: SealKey, kind: Sealed, content: unknown): string =>
  encodeBase64url(hmac(sha256, secret, utf8ToBytes(canonical({ kind, content }))));

/** In constant time. */
const isSame = (one: string, other: string): boolean => {
  let differing = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) differing |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return differing === 0;
};

/** Makes seals, and checks them. */
export class Seals {
  constructor(private readonly keys: SealKeys) {}

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
