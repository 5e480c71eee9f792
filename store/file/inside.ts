import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode, StoreMissing } from '../errors';
import { leadsOut } from '../name';

/** What the system says when a path leads to nothing, or through something that is no folder. */
const ABSENT = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'];

/** A link is not followed, and a pipe without a writer does not hold us up. */
const READ = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

const ifPresent = async <T>(action: Promise<T>): Promise<T | undefined> => {
  try {
    return await action;
  } catch (error) {
    if (hasCode(error, ABSENT)) return undefined;
    throw error;
  }
};

/** What is under a name in a folder, reached without a link. `root` is a real path. */
export const kindInside = async (root: string, name: string): Promise<'file' | 'folder' | undefined> => {
  const path = join(root, name);
  if (leadsOut(name) || (await ifPresent(realpath(path))) !== path) return undefined;
  const stat = await ifPresent(lstat(path));
  return stat?.isFile() ? 'file' : stat?.isDirectory() ? 'folder' : undefined;
};

/** Opens a plain file in a folder, reached without a link, or throws `StoreMissing`. `root` is a real path. */
export const openInside = async (root: string, name: string): Promise<FileHandle> => {
  const found = (await kindInside(root, name)) === 'file';
  const handle = found ? await ifPresent(open(join(root, name), READ)) : undefined;
  if (!handle) throw new StoreMissing(name);
  return handle;
};
