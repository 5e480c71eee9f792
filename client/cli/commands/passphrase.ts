import { readFile } from 'node:fs/promises';
import { setting } from '../../api/settings';
import type { Cli } from '../context';
import { Trouble } from '../trouble/trouble';

/**
 * The passphrase of a key that the environment gives, or a file that it names, in UTF-8; undefined where a person is to be
 * asked.
 * @throws Trouble `bad-file`
 */
export const knownPassphrase = async ({ terminal }: Cli): Promise<string | undefined> => {
  const given = setting(terminal.environment, 'RECTIFY_PASSPHRASE');
  const file = setting(terminal.environment, 'RECTIFY_PASSPHRASE_FILE');
  if (given !== undefined || file === undefined) return given;
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Trouble({ type: 'bad-file', path: file, fault: isMissing ? 'missing' : 'unreadable' });
  });
  return text.replace(/\r?\n$/, '');
};
