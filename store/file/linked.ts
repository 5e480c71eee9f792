import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../errors';

/** A folder of a store is a link, which may lead anywhere. Nothing is read or written through it. */
export class LinkedFolder extends Error {
  override readonly name = 'LinkedFolder';
  constructor(path: string) {
    super(`${path} is a link`);
  }
}

const isLink = async (path: string): Promise<boolean> => {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])) return false;
    throw error;
  }
};

/** Throws `LinkedFolder` if one of the folders above `name` is a link. `root` is a real path. */
export const refuseLinksAbove = async (root: string, name: string): Promise<void> => {
  let path = root;
  for (const part of name.split('/').slice(0, -1)) {
    path = join(path, part);
    if (await isLink(path)) throw new LinkedFolder(path);
  }
};

/** The same for what is a folder itself. */
export const refuseLinks = (root: string, folder: string): Promise<void> =>
  refuseLinksAbove(root, `${folder}/any`);
