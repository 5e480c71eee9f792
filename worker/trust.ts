import { readFile } from 'node:fs/promises';
import { type TrustSource, TrustUnreadable } from '../activities';
import { readTrust } from '../domain/round/opening/read-trust';
import type { TrustedKeys } from '../domain/round/opening/trust';
import type { Configuration } from './configuration';

const pinsIn = async (file: string): Promise<TrustedKeys> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new TrustUnreadable(file, code ?? message);
  });
  const read = readTrust(text);
  if ('faults' in read) throw new TrustUnreadable(file, read.faults.slice(0, 5).join('; '));
  return read.trusted;
};

/** What an operator should know when a worker starts: rounds wait for it, but nobody sees why. */
export const trustWarnings = async ({ pins }: TrustSource): Promise<string[]> => {
  try {
    await pins();
    return [];
  } catch (error) {
    if (!(error instanceof TrustUnreadable)) throw error;
    const where = error.file === undefined ? '' : `${error.file}: `;
    return [
      `rounds with signed openings will wait, as the pinned keys cannot be read: ${where}${error.reason}`,
    ];
  }
};

/** Whom the operator of a worker trusts to open rounds. The file is read at each check. */
export const trustOf = ({
  TRUST_FILE: file,
  TRUST_SINCE,
  ALLOW_CLAIMED,
}: Pick<Configuration, 'TRUST_FILE' | 'TRUST_SINCE' | 'ALLOW_CLAIMED'>): TrustSource => ({
  allowsClaimed: ALLOW_CLAIMED === 'yes',
  since: TRUST_SINCE,
  pins: () =>
    file === undefined
      ? Promise.reject(new TrustUnreadable(undefined, 'TRUST_FILE is not set'))
      : pinsIn(file),
});
