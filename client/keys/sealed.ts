import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { decodeBase64url } from '../../base/base64url';

/** What a new file costs to open: 128 MiB and some tenths of a second for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;

const bytes = (length: number) =>
  z
    .string()
    .refine((text) => decodeBase64url(text)?.length === length, { message: `must be ${length} bytes` });

const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));

/** A secret of 32 bytes under a passphrase: scrypt (RFC 7914), then AES-256-GCM. Bytes are base64url. */
export const Sealed = z.strictObject({
  kdf: z.literal('scrypt'),
  /** Bounded, so that a file can neither be cheap to guess nor take a machine's memory. */
  N: z
    .number()
    .int()
    .min(COST.N)
    .max(2 ** 20)
    .refine(isPowerOfTwo),
  r: z.literal(COST.r),
  p: z.literal(COST.p),
  salt: bytes(16),
  cipher: z.literal('aes-256-gcm'),
  iv: bytes(12),
  tag: bytes(16),
  ciphertext: bytes(32),
});
export type Sealed = z.infer<typeof Sealed>;

const encode = (part: Buffer): string => part.toString('base64url');
const decode = (text: string): Buffer => Buffer.from(text, 'base64url');

/** The same characters may be typed as other code points on another system: NFKC makes them equal. */
const derive = (passphrase: string, salt: Buffer, { N, r, p }: Pick<Sealed, 'N' | 'r' | 'p'>) =>
  new Promise<Buffer>((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });

/** Seals a secret of 32 bytes; it opens only together with the same `label`. */
export const seal = async (secret: Buffer, label: string, passphrase: string): Promise<Sealed> => {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt, COST), iv);
  cipher.setAAD(Buffer.from(label));
  const ciphertext = encode(Buffer.concat([cipher.update(secret), cipher.final()]));
  const tag = encode(cipher.getAuthTag());
  return {
    kdf: 'scrypt',
    ...COST,
    salt: encode(salt),
    cipher: 'aes-256-gcm',
    iv: encode(iv),
    tag,
    ciphertext,
  };
};

/** The secret; nothing if the passphrase or the label is another, or anything was changed. */
export const unseal = async (
  sealed: Sealed,
  label: string,
  passphrase: string,
): Promise<Buffer | undefined> => {
  const key = await derive(passphrase, decode(sealed.salt), sealed);
  const decipher = createDecipheriv(sealed.cipher, key, decode(sealed.iv));
  decipher.setAAD(Buffer.from(label)).setAuthTag(decode(sealed.tag));
  const secret = decipher.update(decode(sealed.ciphertext));
  try {
    decipher.final();
    return secret;
  } catch {
    return undefined;
  }
};
