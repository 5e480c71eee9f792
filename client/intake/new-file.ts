import { writeFile } from 'node:fs/promises';
import { hasCode } from '../../store/errors';
import { Trouble } from '../trouble';

/**
 * Writes a file that is not there yet.
 * @throws Trouble `file-exists`, `cannot-write`
 */
export const writeNew = async (path: string, content: string | Uint8Array): Promise<void> => {
  try {
    await writeFile(path, content, { flag: 'wx' });
  } catch (error) {
    throw new Trouble({ type: hasCode(error, ['EEXIST']) ? 'file-exists' : 'cannot-write', path });
  }
};
