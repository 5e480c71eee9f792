import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment, setting } from '../../api/settings';
import { Trouble } from '../trouble/trouble';

const PREFIX = 'rectify-opened-';

/** How long a copy that was opened stays, in milliseconds. */
const KEPT = 86_400_000;

const isOld = async (path: string): Promise<boolean> => {
  const { mtimeMs, uid } = await lstat(path);
  const isOwn = process.getuid === undefined || process.getuid() === uid;
  return isOwn && mtimeMs < Date.now() - KEPT;
};

/** Removes copies of our own that were opened more than a day ago. What cannot be removed stays. */
const sweep = async (temporary: string): Promise<void> => {
  const ours = (await readdir(temporary)).filter((name) => name.startsWith(PREFIX));
  for (const name of ours) {
    const path = join(temporary, name);
    if (await isOld(path).catch(() => false))
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
};

/**
 * A folder for a copy that is opened, which nobody else can look into.
 * @throws Trouble `cannot-write`
 */
export const openedFolder = async (environment: Environment): Promise<string> => {
  const temporary = setting(environment, 'TMPDIR') ?? tmpdir();
  try {
    await sweep(temporary);
    return await mkdtemp(join(temporary, PREFIX));
  } catch {
    throw new Trouble({ type: 'cannot-write', path: temporary });
  }
};
