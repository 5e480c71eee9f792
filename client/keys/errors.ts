/** What can be wrong with a key file, each with what it means for the person. */
const FAULTS = {
  missing: 'is not there',
  exists: 'was not written: something stands there already, and a key is never overwritten',
  'permissions-too-wide':
    'can be read or changed by others: chmod 600 it, and if others had access, have the key replaced',
  'not-a-key-file': 'is not a key file, or no longer whole',
  'passphrase-needed': 'is locked by a passphrase',
  'wrong-passphrase': 'does not open: the passphrase is another, or the file is damaged',
} as const;
export type KeyFileFault = keyof typeof FAULTS;
export const KEY_FILE_FAULTS = Object.keys(FAULTS) as KeyFileFault[];

/**
 * A key file that cannot be used as it is; nothing was changed. What the disk objects to otherwise (a full disk,
 * EACCES ...) comes through as the plain error of `node:fs`.
 */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';

  constructor(
    readonly path: string,
    readonly fault: KeyFileFault,
  ) {
    super(`The key file "${path}" ${FAULTS[fault]}.`);
  }
}
