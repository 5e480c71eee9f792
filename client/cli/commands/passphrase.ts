import { setting } from '../../api/settings';
import type { Cli } from '../context';
import { textIn } from '../files/content-file';

/**
 * The passphrase of a key that the environment gives, or a file that it names; undefined where a person is to be asked.
 * @throws Trouble `bad-file`, `not-text`
 */
export const knownPassphrase = async ({ terminal }: Cli): Promise<string | undefined> => {
  const given = setting(terminal.environment, 'RECTIFY_PASSPHRASE');
  const file = setting(terminal.environment, 'RECTIFY_PASSPHRASE_FILE');
  if (given !== undefined || file === undefined) return given;
  return (await textIn(file)).replace(/\r?\n$/, '');
};
