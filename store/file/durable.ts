import { lstat, mkdir, open, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { hasCode, StoreConflict } from '../errors';

/** How systems say that a folder takes no fsync (Windows, some network disks). */
const NOTHING_TO_SYNC = ['EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM'];

/** Makes the names in a folder survive a power cut; fsync of a file alone does not. */
const syncFolder = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!hasCode(error, NOTHING_TO_SYNC)) throw error;
  } finally {
    await handle.close();
  }
};

export const syncFolders = async (paths: Iterable<string>): Promise<void> => {
  for (const path of paths) await syncFolder(path);
};

/** Writes a new file and returns once its content is on the disk. Throws EEXIST if anything is there. */
export const writeNewFile = async (
  path: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> => {
  const handle = await open(path, 'wx');
  try {
    await writeFile(handle, content);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Makes the folders of `name`, one by one: if `root` itself has gone, that is an error.
 * Returns them all, deepest first, to be synced. Throws `StoreConflict` if a file or a link is in the way.
 */
export const makeFoldersOf = async (root: string, name: string): Promise<string[]> => {
  const folders = [root];
  let path = root;
  for (const part of name.split('/').slice(0, -1)) {
    path = join(path, part);
    if (!(await makeFolder(path))) throw new StoreConflict(name);
    folders.unshift(path);
  }
  return folders;
};

const makeFolder = async (path: string): Promise<boolean> => {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (!hasCode(error, ['EEXIST'])) throw error;
    return (await lstat(path)).isDirectory();
  }
};

/** Makes the folder in which a store lives, with all above it, and gives its real path. */
export const makeRoot = async (path: string): Promise<string> => {
  const root = resolve(path);
  const first = await mkdir(root, { recursive: true });
  if (first !== undefined)
    for (let made = root; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
  return realpath(root);
};
