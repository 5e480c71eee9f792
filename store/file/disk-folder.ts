import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode, StoreMissing } from '../errors';
import type { FolderReader } from '../store';
import { openInside } from './inside';

const entriesOf = async (path: string): Promise<Dirent[]> => {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return [];
    throw error;
  }
};

const isAnything = (): boolean => true;

/**
 * Paths of what is in a folder and all below it, `/`-separated, sorted by code unit: every entry that is not a
 * folder itself and is wanted, and every folder below that cannot be looked into for one of the `shut` reasons.
 * Nothing if there is no such folder.
 */
export const walk = async (
  root: string,
  wanted: (entry: Dirent) => boolean = isAnything,
  shut: readonly string[] = [],
): Promise<string[]> => {
  const nested = (await entriesOf(root)).map(async (entry) => {
    if (!entry.isDirectory()) return wanted(entry) ? [entry.name] : [];
    try {
      const below = await walk(join(root, entry.name), wanted, shut);
      return below.map((path) => `${entry.name}/${path}`);
    } catch (error) {
      if (hasCode(error, shut)) return [entry.name];
      throw error;
    }
  });
  return (await Promise.all(nested)).flat().sort();
};

/** The folder at a real path. */
export const diskFolder = (root: string): FolderReader => ({
  files: () => walk(root),
  open: async (path) => (await openInside(root, path)).createReadStream(),
});

const realFolder = async (path: string): Promise<string> => {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) throw new StoreMissing(path);
  return realpath(path);
};

/** Why a folder of somebody else may not be looked into. */
const SHUT = ['EACCES', 'EPERM', 'EIO', 'ENAMETOOLONG'];

/**
 * A folder anywhere on this machine's disk; to read it throws `StoreMissing` if it is not there. A folder below that
 * cannot be looked into is listed itself, as one more thing that cannot be read.
 */
export const readFolder = (path: string): FolderReader => ({
  files: async () => walk(await realFolder(path), isAnything, SHUT),
  open: async (file) => diskFolder(await realFolder(path)).open(file),
});
