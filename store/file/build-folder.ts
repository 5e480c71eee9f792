import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode, StoreConflict } from '../errors';
import { checkName } from '../name';
import { fromElsewhere, openedFromElsewhere } from '../source-error';
import type { FolderEntries, FolderEntry } from '../store';
import { FOLDER, makeFoldersOf, syncFolders, writeNewFile } from './durable';

/** Writes a new folder with all its entries, and returns once it is on the disk. */
export const buildFolder = async (path: string, entries: FolderEntries): Promise<void> => {
  await mkdir(path, FOLDER);
  const touched = new Set([path]);
  for await (const entry of fromElsewhere(entries))
    for (const folder of await addEntry(path, entry)) touched.add(folder);
  await syncFolders(touched);
};

const addEntry = async (root: string, { path, content }: FolderEntry): Promise<string[]> => {
  checkName(path);
  const folders = await makeFoldersOf(root, path);
  try {
    await writeNewFile(join(root, path), openedFromElsewhere(content));
  } catch (error) {
    throw hasCode(error, ['EEXIST']) ? new StoreConflict(path) : error;
  }
  return folders;
};
