import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type SealKey, sealKeyLine, SealKeys } from '../../domain/identity/seal';

/** How many keys are kept that no longer seal: what they have sealed may still lie in a store. */
const KEPT = 16;

const newKey = (): SealKey => ({ id: `k-${randomBytes(4).toString('hex')}`, secret: randomBytes(32) });

const HEADER = `# Keys by which the workers know their own messages and receipts. Nobody else may read this file.
# The first seals. The second will, after the next rotation: all workers must have read it before then.
`;

const write = async (file: string, keys: readonly SealKey[]): Promise<void> => {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, `${HEADER}${keys.map(sealKeyLine).join('\n')}\n`, {
      flag: 'wx',
      flush: true,
      mode: 0o600,
    });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
};

/** The keys of a file; nothing where there is none. @throws Error where it cannot be read, or holds something else */
const keysIn = async (file: string): Promise<SealKeys | undefined> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const { data } = SealKeys.safeParse(text);
  if (!data) throw new Error(`${file} holds something else than keys of workers`);
  return data;
};

/** Makes the file of the workers' keys where there is none. @returns its path */
export const ensureSealKeys = async (file: string): Promise<string> => {
  if (!(await keysIn(file))) {
    await mkdir(path.dirname(file), { recursive: true });
    await write(file, [newKey(), newKey()]);
  }
  await chmod(file, 0o600);
  return file;
};

/** The ids of keys: the one that seals, the one that will, and those that only open. */
export type Rotation = { seals: string; next: string; opens: string[] };

/**
 * Makes the file, or has its second key seal from now on and adds one that will be next. Workers that started before know
 * the key that now seals, so nothing that is on its way is lost.
 */
export const rotateSealKeys = async (file: string): Promise<Rotation> => {
  const [first, second = newKey(), ...old] = (await keysIn(file)) ?? [];
  const keys = [...(first ? [second] : [newKey()]), newKey(), ...(first ? [first] : []), ...old].slice(
    0,
    KEPT,
  );
  await mkdir(path.dirname(file), { recursive: true });
  await write(file, keys);
  const [seals = '', next = '', ...opens] = keys.map(({ id }) => id);
  return { seals, next, opens };
};
