import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Sha512 } from '../../../base/ids';
import type { EvidenceFile } from '../../../domain/item/command';
import type { Digest } from '../../../store/digest';
import { hasCode } from '../../../store/errors';
import type { PutOptions, Store } from '../../../store/store';
import type { Cli } from '../context';
import { mediaTypeOf } from './media-type';
import { progressBar } from '../terminal/progress-bar';
import { type FileFault, Trouble } from '../trouble/trouble';

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

/** Stands for the hash of a file that has not been read yet. */
export const UNREAD = Sha512.parse('0'.repeat(128));

type Facts = Pick<EvidenceFile, 'size' | 'mediaType'>;

/** What a policy may object to, known before anything is stored: size, and media type by the content. */
export const lookAt = async (path: string): Promise<Facts> => {
  const size = await checkFile(path);
  return { size, mediaType: await reading(path, () => mediaTypeOf(path)) };
};

/**
 * Keeps a file in the store, under its own hash.
 * @throws Trouble `bad-file` when it cannot be read
 */
export const storeEvidence = (store: Store, path: string, options: PutOptions = {}): Promise<Digest> =>
  reading(path, () => store.putEvidence(path, options));

/** The same, with progress shown for a large file. */
export const storeWatched = async (
  { terminal }: Pick<Cli, 'terminal'>,
  store: Store,
  path: string,
  size: number,
): Promise<Digest> => {
  const bar = progressBar(terminal, basename(path), size);
  try {
    return await storeEvidence(store, path, { watch: bar.at });
  } finally {
    bar.end();
  }
};

/** A fault in reading this file is the person's, one of the store is not. */
const reading = async <T>(path: string, read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    if (hasCode(error, ['EACCES', 'EPERM', 'EISDIR']) && isAbout(error, path))
      throw new Trouble({ type: 'bad-file', path, fault: 'unreadable' });
    throw error;
  }
};

const isAbout = (error: unknown, path: string): boolean =>
  typeof error === 'object' && error !== null && 'path' in error && error.path === path;
