import type { SecretKeys } from '../../base/key-lines';
import { SealKeys } from '../../domain/identity/seal';
import { type Environment, setting } from '../api/settings';
import { readIfThere } from './whole-file';

/**
 * The keys of a worker's environment, as `SEAL_KEYS` or in the file that `SEAL_KEYS_FILE` names.
 * @throws Error where there are none, or what is there is something else
 */
export const sealKeysOf = async (environment: Environment): Promise<SecretKeys> => {
  const file = setting(environment, 'SEAL_KEYS_FILE');
  const text = file === undefined ? setting(environment, 'SEAL_KEYS') : await readIfThere(file);
  const keys = SealKeys.safeParse(text ?? '').data;
  if (!keys) throw new Error('there are no keys of the workers');
  return keys;
};
