import { writeWhole } from '../new-file';
import { Trouble } from '../trouble';

/**
 * Writes a file that is not there yet.
 * @throws Trouble `path-exists`, `cannot-write`
 */
export const writeNew = async (path: string, content: string | Uint8Array): Promise<void> => {
  try {
    await writeWhole(path, content);
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble({ type: 'cannot-write', path });
  }
};
