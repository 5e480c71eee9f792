import { readFileSync } from 'node:fs';

/** Settings that hold a secret. Each may be in a file that `NAME_FILE` names: an environment is seen by more people. */
export const SECRETS = ['SMTP_URL', 'SMTP_PASSWORD', 'SEAL_KEYS'] as const;

type Environment = Record<string, string | undefined>;

/** What is wrong with a secret; its value is not in the message. */
type SecretFault = { name: string; message: string };

const inFile = (name: string, file: string): { value: string } | { fault: SecretFault } => {
  try {
    const value = readFileSync(file, 'utf8').trim();
    return value === '' ? { fault: { name: `${name}_FILE`, message: `${file} is empty` } } : { value };
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    return { fault: { name: `${name}_FILE`, message: `${file} cannot be read (${code})` } };
  }
};

/** An environment with the secrets that stand in files. Nothing is read where a secret is given in both ways. */
export const withSecrets = (
  environment: Environment,
): { environment: Environment; faults: SecretFault[] } => {
  const faults: SecretFault[] = [];
  const read: Environment = {};
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`];
    if (!file) continue;
    if (environment[name]) {
      faults.push({ name, message: `is set, and ${name}_FILE too: one of them, please` });
      continue;
    }
    const found = inFile(name, file);
    if ('fault' in found) faults.push(found.fault);
    else read[name] = found.value;
  }
  return { environment: { ...environment, ...read }, faults };
};
