import { stat } from 'node:fs/promises';
import type { EvidenceFile } from '../domain/item/command';
import { hasCode } from '../store/errors';
import type { PutOptions, Store } from '../store/store';
import { mediaTypeOf } from './media-type';
import { type FileFault, Trouble } from './trouble';

const FAULTS: readonly (readonly [code: string, fault: FileFault])[] = [
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
];

const faultOf = (error: unknown): FileFault =>
  FAULTS.find(([code]) => hasCode(error, [code]))?.[1] ?? 'unreadable';

/** Size in octets. Throws `Trouble` `bad-file` unless a file with something in it is there. */
export const checkFile = async (path: string): Promise<number> => {
  const found = await stat(path).catch((error: unknown) => {
    throw new Trouble({ type: 'bad-file', path, fault: faultOf(error) });
  });
  if (found.isDirectory()) throw new Trouble({ type: 'bad-file', path, fault: 'folder' });
  if (!found.isFile()) throw new Trouble({ type: 'bad-file', path, fault: 'unreadable' });
  if (found.size === 0) throw new Trouble({ type: 'bad-file', path, fault: 'empty' });
  return found.size;
};

/**
 * Keeps a file in the store, under its own hash, and says what a command names it by; its media type is that of
 * its content. Throws `Trouble` `bad-file` when it cannot be read.
 */
export const storeEvidence = async (
  store: Store,
  path: string,
  options: PutOptions = {},
): Promise<Pick<EvidenceFile, 'sha512' | 'size' | 'mediaType'>> => {
  await checkFile(path);
  try {
    const mediaType = await mediaTypeOf(path);
    return { ...(await store.putEvidence(path, options)), mediaType };
  } catch (error) {
    if (hasCode(error, ['EACCES', 'EPERM', 'EISDIR']) && isAbout(error, path))
      throw new Trouble({ type: 'bad-file', path, fault: 'unreadable' });
    throw error;
  }
};

/** A fault of reading this file, not one of the store. */
const isAbout = (error: unknown, path: string): boolean =>
  typeof error === 'object' && error !== null && 'path' in error && error.path === path;
