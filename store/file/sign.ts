import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../errors';
import { SIGN, SIGN_TEXT } from '../name';
import { syncFolders, writeNewFile } from './durable';

/** Whether anything at all is at a path. */
export const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Whether a folder has the sign of a store. */
export const hasSign = (root: string): Promise<boolean> => isThere(join(root, SIGN));

/**
 * Returns the path that shows that a store is there, made if necessary. A disk that is not mounted leaves an empty
 * folder, in which nothing would be found and everything done again. Without the right to
 * write, the folder itself has to do where there is no sign.
 */
export const makeSign = async (root: string): Promise<string> => {
  const sign = join(root, SIGN);
  if (await isThere(sign)) return sign;
  try {
    await writeNewFile(sign, Buffer.from(SIGN_TEXT));
    await syncFolders([root]);
    return sign;
  } catch (error) {
    if (hasCode(error, ['EEXIST'])) return sign;
    if (hasCode(error, ['EACCES', 'EPERM', 'EROFS'])) return root;
    throw error;
  }
};
