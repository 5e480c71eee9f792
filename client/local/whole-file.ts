import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';

/** The text of a file; undefined where there is none. @throws the error of the system where it cannot be read */
export const readIfThere = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Puts a text in the place of a file, new or old, so that nobody ever reads half of it. `mode`: of the new file. */
export const replaceFile = async (file: string, text: string, mode = 0o666): Promise<void> => {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, text, { flag: 'wx', flush: true, mode });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
};
