import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type SealKey, sealKeyLine, SealKeys } from '../../domain/identity/seal';
import { type Environment, setting } from '../api/settings';
import { readIfThere, replaceFile } from './whole-file';

/** How many keys are kept that no longer seal: what they have sealed may still lie in a store. */
const KEPT = 16;

const newKey = (): SealKey => ({ id: `k-${randomBytes(4).toString('hex')}`, secret: randomBytes(32) });

const HEADER = `# Keys by which the workers know their own messages and receipts. Nobody else may read this file.
# The first seals. The second will, after the next rotation: all workers must have read it before then.
`;

const write = (file: string, keys: readonly SealKey[]): Promise<void> =>
  replaceFile(file, `${HEADER}${keys.map(sealKeyLine).join('\n')}\n`, 0o600);

/** The keys of a file; nothing where there is none. @throws Error where it cannot be read, or holds something else */
const keysIn = async (file: string): Promise<SealKeys | undefined> => {
  const text = await readIfThere(file);
  if (text === undefined) return undefined;
  const { data } = SealKeys.safeParse(text);
  if (!data) throw new Error(`${file} holds something other than the workers' keys`);
  return data;
};

/**
 * The keys of a worker's environment, as `SEAL_KEYS` or in the file that `SEAL_KEYS_FILE` names.
 * @throws Error where there are none, or what is there is something else
 */
export const sealKeysOf = async (environment: Environment): Promise<SealKeys> => {
  const file = setting(environment, 'SEAL_KEYS_FILE');
  const keys =
    file === undefined
      ? SealKeys.safeParse(setting(environment, 'SEAL_KEYS') ?? '').data
      : await keysIn(file);
  if (!keys) throw new Error('there are no keys of the workers');
  return keys;
};

/** The ids of keys: the one that seals, the one that will, and those that only open. */
type SealKeyIds = { seals: string; next: string; opens: string[] };

const idsOf = (keys: readonly SealKey[]): SealKeyIds => {
  const [seals = '', next = '', ...opens] = keys.map(({ id }) => id);
  return { seals, next, opens };
};

/**
 * Makes the file of the workers' keys where there is none. @returns whether it did, and the keys of the file
 * @throws Error where the file holds something else
 */
export const ensureSealKeys = async (file: string): Promise<SealKeyIds & { changed: boolean }> => {
  const found = await keysIn(file);
  if (found) return { ...idsOf(found), changed: false };
  await mkdir(path.dirname(file), { recursive: true });
  const keys = [newKey(), newKey()];
  await write(file, keys);
  return { ...idsOf(keys), changed: true };
};

/**
 * Makes the file, or has its second key seal from now on and adds one that will be next. Workers that started before know
 * the key that now seals, so nothing that is on its way is lost.
 */
export const rotateSealKeys = async (file: string): Promise<SealKeyIds & { changed: boolean }> => {
  const found = await keysIn(file);
  if (!found) return ensureSealKeys(file);
  const [first, second = newKey(), ...old] = found;
  const keys = [second, newKey(), first, ...old].slice(0, KEPT);
  await write(file, keys);
  return { ...idsOf(keys), changed: true };
};
