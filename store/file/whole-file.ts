import { randomUUID } from 'node:crypto';
import { link, rm, writeFile } from 'node:fs/promises';
import { hasCode } from '../errors';

/** Something is already there where a new file was to be written. */
export class PathExists extends Error {
  override readonly name = 'PathExists';
  constructor(readonly path: string) {
    super(`${path} exists already`);
  }
}

/**
 * A new file outside of any store, whole or not at all.
 * @throws PathExists if anything is there
 */
export const writeWhole = async (path: string, content: string | Uint8Array): Promise<void> => {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, content, { flag: 'wx', flush: true });
    await link(draft, path);
  } catch (error) {
    throw hasCode(error, ['EEXIST']) ? new PathExists(path) : error;
  } finally {
    await rm(draft, { force: true });
  }
};
