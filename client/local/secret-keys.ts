import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { keyLine, keysIn, type SecretKey, type SecretKeys } from '../../base/key-lines';
import { readIfThere, replaceFile } from './whole-file';

/** How many keys are kept that are in use no longer: what they have sealed or encrypted may still be there. */
const KEPT = 16;

const newKey = (): SecretKey => ({ id: `k-${randomBytes(4).toString('hex')}`, secret: randomBytes(32) });

/** What a file of keys is for: the comment at its head. */
const HEADERS = {
  seals: `# Keys by which the workers know their own messages and receipts. Nobody else may read this file.
# The first seals. The second will, after the next rotation: all workers must have read it before then.
`,
  payloads: `# Keys by which what is kept in Temporal is encrypted. Whoever has this file can read it, and without it nobody can.
# The first encrypts. The second will, after the next rotation: whoever reads must have this file before then.
`,
} as const;
type Use = keyof typeof HEADERS;

const write = (file: string, use: Use, keys: readonly SecretKey[]): Promise<void> =>
  replaceFile(file, `${HEADERS[use]}${keys.map(keyLine).join('\n')}\n`, 0o600);

/** The keys of a file; nothing where there is none. @throws Error where it cannot be read, or holds something else */
const keysOf = async (file: string): Promise<SecretKeys | undefined> => {
  const text = await readIfThere(file);
  if (text === undefined) return undefined;
  const keys = keysIn(text);
  if (!keys) throw new Error(`${file} holds something other than keys`);
  return keys;
};

/** The ids of keys: the one in use, the one that will be, and those that only open. */
export type SecretKeyIds = { inUse: string; next: string; opens: string[]; changed: boolean };

const idsOf = (keys: readonly SecretKey[], changed: boolean): SecretKeyIds => {
  const [inUse = '', next = '', ...opens] = keys.map(({ id }) => id);
  return { inUse, next, opens, changed };
};

/**
 * Makes a file of keys where there is none. @returns whether it did, and the keys of the file
 * @throws Error where the file holds something else
 */
export const ensureSecretKeys = async (file: string, use: Use): Promise<SecretKeyIds> => {
  const found = await keysOf(file);
  if (found) return idsOf(found, false);
  await mkdir(path.dirname(file), { recursive: true });
  const keys = [newKey(), newKey()];
  await write(file, use, keys);
  return idsOf(keys, true);
};

/**
 * Makes the file, or takes its second key into use from now on and adds one that will be next. Whoever has read the file
 * before knows the key that is now in use, so nothing that is on its way is lost.
 */
export const rotateSecretKeys = async (file: string, use: Use): Promise<SecretKeyIds> => {
  const found = await keysOf(file);
  if (!found) return ensureSecretKeys(file, use);
  const [first, second = newKey(), ...old] = found;
  const keys = [second, newKey(), first, ...old].slice(0, KEPT);
  await write(file, use, keys);
  return idsOf(keys, true);
};
