import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** A folder for a copy that is opened, which nobody else can look into. */
export const openedFolder = async (temporary = tmpdir()): Promise<string> => {
  await sweep(temporary);
  return mkdtemp(join(temporary, PREFIX));
};
