import { keysIn, type SecretKeys } from '../base/key-lines';
import { BadSetting } from './errors';
import { secretIn } from './secret';

/** The setting that holds the keys of payloads, or names with `_FILE` the file that does. The first encrypts; all open. */
export const PAYLOAD_KEYS = 'PAYLOAD_KEYS';

/** The keys of payloads that an environment gives; nothing where it has none. @throws BadSetting */
export const payloadKeysIn = (
  environment: Readonly<Record<string, string | undefined>>,
): SecretKeys | undefined => {
  const text = secretIn(environment, PAYLOAD_KEYS);
  if (text === undefined) return undefined;
  const keys = keysIn(text);
  if (!keys) throw new BadSetting(PAYLOAD_KEYS, 'malformed');
  return keys;
};
