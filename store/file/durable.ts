import { lstat, mkdir, open, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { hasCode, StoreConflict } from '../errors';
import { LinkedFolder } from './linked';

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

/** What a store makes is its owner's to write and its group's to read, or less where the process's umask says so. */
const FILE = 0o640;
export const FOLDER = 0o750;

/**
 * Writes a new file and returns once its content is on the disk. Throws EEXIST if anything is there.
 * @param shared its group can read it whatever the umask
 */
export const writeNewFile = async (
  path: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  { shared = false } = {},
): Promise<void> => {
  const handle = await open(path, 'wx', FILE);
  try {
    if (shared) await handle.chmod(FILE);
    await writeFile(handle, content);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Makes the folders of `name`, one by one: if `root` itself has gone, that is an error.
 * Returns those to be synced, deepest first: the one of `name` itself, and each that holds a folder which is not in
 * `safe`. Throws `StoreConflict` if a file is in the way, `LinkedFolder` if a link is.
 * @param safe paths of folders that are known to survive a power cut; one that had gone and is made again is taken out
 */
export const makeFoldersOf = async (
  root: string,
  name: string,
  safe = new Set<string>(),
): Promise<string[]> => {
  const folders = [root];
  let path = root;
  for (const part of name.split('/').slice(0, -1)) {
    path = join(path, part);
    const found = await makeFolder(path);
    if (found === 'link') throw new LinkedFolder(path);
    if (found === 'other') throw new StoreConflict(name);
    if (found === 'made') safe.delete(path);
    folders.unshift(path);
  }
  return folders.filter((_, index) => !safe.has(folders[index - 1] ?? ''));
};

type Found = 'made' | 'folder' | 'link' | 'other';

const kindAt = async (path: string): Promise<Found> => {
  const found = await lstat(path);
  if (found.isDirectory()) return 'folder';
  return found.isSymbolicLink() ? 'link' : 'other';
};

/** Looks first, since most folders are there, and a call that fails costs more than one that does not. */
const makeFolder = async (path: string): Promise<Found> => {
  try {
    return await kindAt(path);
  } catch (error) {
    if (!hasCode(error, ['ENOENT'])) throw error;
  }
  try {
    await mkdir(path, FOLDER);
    return 'made';
  } catch (error) {
    if (!hasCode(error, ['EEXIST'])) throw error;
    return kindAt(path);
  }
};

/** Makes the folder in which a store lives, with all above it, and gives its real path. */
export const makeRoot = async (path: string): Promise<string> => {
  const root = resolve(path);
  const first = await mkdir(root, { recursive: true, mode: FOLDER });
  if (first !== undefined)
    for (let made = root; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
  return realpath(root);
};
