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
 * folder itself and is wanted. Nothing if there is no such folder.
 */
export const walk = async (
  root: string,
  wanted: (entry: Dirent) => boolean = isAnything,
): Promise<string[]> => {
  const nested = (await entriesOf(root)).map(async (entry) => {
    if (!entry.isDirectory()) return wanted(entry) ? [entry.name] : [];
    return (await walk(join(root, entry.name), wanted)).map((path) => `${entry.name}/${path}`);
  });
  return (await Promise.all(nested)).flat().sort();
};

/** The folder at a real path. */
export const diskFolder = (root: string): FolderReader => ({
  files: () => walk(root),
  open: async (path) => (await openInside(root, path)).createReadStream(),
});

const realFolder = async (path: string): Promise<FolderReader> => {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) throw new StoreMissing(path);
  return diskFolder(await realpath(path));
};

/** A folder anywhere on this machine's disk; to read it throws `StoreMissing` if it is not there. */
export const readFolder = (path: string): FolderReader => ({
  files: async () => (await realFolder(path)).files(),
  open: async (file) => (await realFolder(path)).open(file),
});
