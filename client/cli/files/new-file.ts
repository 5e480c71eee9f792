import { randomUUID } from 'node:crypto';
import { link, rm, writeFile } from 'node:fs/promises';
import { hasCode } from '../../../store/errors';
import { Trouble } from '../trouble/trouble';

/** A new file, whole or not at all. Throws `Trouble` `path-exists` if anything is there. */
export const writeWhole = async (path: string, content: string | Uint8Array): Promise<void> => {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, content, { flag: 'wx', flush: true });
    await link(draft, path);
  } catch (error) {
    throw hasCode(error, ['EEXIST']) ? new Trouble({ type: 'path-exists', path }) : error;
  } finally {
    await rm(draft, { force: true });
  }
};

/**
 * The same, where the person is to hear of whatever stands against it.
 * @throws Trouble `path-exists`, `cannot-write`
 */
export const writeNew = async (path: string, content: string | Uint8Array): Promise<void> => {
  try {
    await writeWhole(path, content);
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble({ type: 'cannot-write', path });
  }
};
