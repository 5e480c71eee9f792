import { readFileSync } from 'node:fs';
import { BadSetting } from './errors';

/**
 * A setting that holds a secret. It may be in a file that `NAME_FILE` names: an environment is seen by more people.
 * Nothing where neither is set; nothing is read where it is given in both ways.
 * @throws BadSetting
 */
export const secretIn = (
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
): string | undefined => {
  const { [name]: given, [`${name}_FILE`]: file } = environment;
  if (!file) return given === '' ? undefined : given;
  if (given) throw new BadSetting(name, 'twice');
  const value = contentOf(file, `${name}_FILE`);
  if (value === '') throw new BadSetting(`${name}_FILE`, 'empty', file);
  return value;
};

const contentOf = (file: string, setting: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    throw new BadSetting(setting, 'unreadable', file, code);
  }
};
