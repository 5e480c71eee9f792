import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import type { BodyId } from '../../base/ids';
import { readTrust } from '../../domain/round/opening/read-trust';
import type { PinnedKey, TrustedKeys } from '../../domain/round/opening/trust';
import { readIfThere, replaceFile } from './whole-file';

/** Where a system on this machine has it, beside the rest of its data. */
export const trustFileIn = (folder: string): string => path.join(folder, 'trust.yaml');

/** A file holds something else than pinned keys. */
export class BadTrustFile extends Error {
  override readonly name = 'BadTrustFile';
  constructor(
    readonly path: string,
    readonly faults: readonly string[],
  ) {
    super(`${path}: ${faults.join('; ')}`);
  }
}

const HEADER = `# Whose keys may open rounds of which body: TRUST_FILE of the workers. Written by rectify trust.
# Compare the fingerprints (kid) with their owners by phone before you rely on them. Whoever writes this file decides
# whom the system trusts.
`;

/** The pinned keys of a file; nothing where there is none. @throws BadTrustFile */
const trustIn = async (file: string): Promise<TrustedKeys | undefined> => {
  const text = await readIfThere(file);
  if (text === undefined) return undefined;
  const read = readTrust(text);
  if ('faults' in read) throw new BadTrustFile(file, read.faults);
  return read.trusted;
};

const write = (file: string, trusted: TrustedKeys): Promise<void> =>
  replaceFile(file, HEADER + (Object.keys(trusted).length === 0 ? '{}\n' : stringify(trusted)));

/** Makes the file of the pinned keys where there is none; it trusts nobody then. @returns its path */
export const ensureTrustFile = async (file: string): Promise<string> => {
  if (!(await trustIn(file))) {
    await mkdir(path.dirname(file), { recursive: true });
    await write(file, {});
  }
  return file;
};

const isSame = (one: PinnedKey, other: PinnedKey): boolean =>
  one.kid === other.kid && one.person === other.person && one.office === other.office;

/**
 * Pins keys for a body, besides those that are pinned for it.
 * @returns those that were not pinned before, and those pinned before that are not among them. @throws BadTrustFile
 */
export const pinKeys = async (
  file: string,
  body: BodyId,
  keys: readonly PinnedKey[],
): Promise<{ added: PinnedKey[]; others: PinnedKey[] }> => {
  const trusted = (await trustIn(file)) ?? {};
  const known = trusted[body] ?? [];
  const added = keys.filter((key) => !known.some((one) => isSame(one, key)));
  const others = known.filter((one) => !keys.some((key) => isSame(one, key)));
  if (added.length > 0) {
    await mkdir(path.dirname(file), { recursive: true });
    await write(file, { ...trusted, [body]: [...known, ...added] });
  }
  return { added, others };
};
