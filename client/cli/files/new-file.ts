import { PathExists, writeWhole } from '../../../store/file/whole-file';
import { Trouble } from '../trouble/trouble';

/** Nothing that is there is ever overwritten. Throws `Trouble` `path-exists`, and what else the system says. */
export const writeFresh = async (path: string, content: string | Uint8Array): Promise<void> => {
  try {
    await writeWhole(path, content);
  } catch (error) {
    throw error instanceof PathExists ? new Trouble({ type: 'path-exists', path }) : error;
  }
};

/**
 * The same, with everything that prevents it told to the person.
 * @throws Trouble `path-exists`, `cannot-write`
 */
export const writeNew = async (path: string, content: string | Uint8Array): Promise<void> => {
  try {
    await writeFresh(path, content);
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble({ type: 'cannot-write', path });
  }
};
