import { BadSetting, type SettingFault } from '../codec/errors';
import { secretIn } from '../codec/secret';

/** Settings that hold a secret. */
export const SECRETS = ['SMTP_URL', 'SMTP_PASSWORD', 'SEAL_KEYS', 'PAYLOAD_KEYS'] as const;

type Environment = Record<string, string | undefined>;

/** What is wrong with a secret; its value is not in the message. */
type SecretFault = { name: string; message: string };

const SAID: Partial<Record<SettingFault, (of: BadSetting) => string>> = {
  twice: ({ setting }) => `is set, and ${setting}_FILE too: one of them, please`,
  empty: ({ file }) => `${file} is empty`,
  unreadable: ({ file, code }) => `${file} cannot be read (${code})`,
};

/** An environment with the secrets that stand in files. Nothing is read where a secret is given in both ways. */
export const withSecrets = (
  environment: Environment,
): { environment: Environment; faults: SecretFault[] } => {
  const faults: SecretFault[] = [];
  const read: Environment = {};
  for (const name of SECRETS)
    try {
      const value = secretIn(environment, name);
      if (value !== undefined) read[name] = value;
    } catch (error) {
      if (!(error instanceof BadSetting)) throw error;
      const message = SAID[error.fault]?.(error) ?? error.message;
      faults.push({ name: error.setting, message });
    }
  return { environment: { ...environment, ...read }, faults };
};
