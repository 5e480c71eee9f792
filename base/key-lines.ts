import { decodeBase64url, encodeBase64url } from './base64url';

/** A secret key of 32 bytes; its `id` is no secret. */
export type SecretKey = { id: string; secret: Uint8Array };

/** The first is in use; those after it only open what others have made. */
export type SecretKeys = readonly [SecretKey, ...SecretKey[]];

const SECRET_BYTES = 32;
const LINE = /^(?<id>[a-z0-9][a-z0-9-]{0,31})\s+(?<secret>[\w-]+)$/;

const keyIn = (line: string): SecretKey | undefined => {
  const { id = '', secret = '' } = LINE.exec(line)?.groups ?? {};
  const bytes = decodeBase64url(secret);
  return bytes?.length === SECRET_BYTES ? { id, secret: bytes } : undefined;
};

/** A key as a line of such a text. */
export const keyLine = ({ id, secret }: SecretKey): string => `${id} ${encodeBase64url(secret)}`;

/**
 * Keys as text: one a line, or separated by commas, each its id and 32 bytes in base64url. `#` begins a comment.
 * Undefined where it is something else, or an id is there twice.
 */
export const keysIn = (text: string): SecretKeys | undefined => {
  const lines = text.split('\n').flatMap((line) => line.replace(/#.*/, '').split(','));
  const keys = lines.flatMap((line) => (line.trim() === '' ? [] : [keyIn(line.trim())]));
  const [first, ...others] = keys;
  const ids = new Set(keys.map((key) => key?.id));
  const isGood = first && others.every((key) => key !== undefined) && ids.size === keys.length;
  return isGood ? [first, ...others] : undefined;
};
