import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Sha512 } from '../domain/ids';
import type { Digest } from './digest';
import { StoreUrlError } from './errors';
import { FileStore } from './file/file-store';

/** A folder that can be read: a bag in a store, or one that somebody has on a disk. */
export interface FolderReader {
  /** Paths of all files beneath, `/`-separated, sorted by code unit. Links are named, but not followed. */
  files(): Promise<string[]>;
  /** Throws `StoreMissing` if no plain file is there. The stream must be read or destroyed. */
  open(path: string): Promise<Readable>;
}

/** One file of a folder to be written; a stream (any `Readable` of bytes) is asked for when its turn comes. */
export type FolderEntry = { path: string; content: Uint8Array | (() => Promise<AsyncIterable<Uint8Array>>) };
export type FolderEntries = Iterable<FolderEntry> | AsyncIterable<FolderEntry>;

/**
 * What is kept for years: evidence, mail receipts, finished bags. A name is relative, `/`-separated, portable
 * ASCII (`StoreNameError`). Nothing that stands is ever changed, nothing half-written is ever seen, and what
 * a method has answered survives a power cut. All errors are `StoreError`s, not to be tried again, or plain
 * errors of the system, which may pass.
 */
export interface Store {
  /** The same content again is a success, another one a `StoreConflict`. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Throws `StoreMissing`. */
  get(name: string): Promise<Buffer>;
  /** True if a file or a folder stands under the name. */
  has(name: string): Promise<boolean>;
  /** Names of all files under a folder (`''`: of all), sorted; only those after `from`, if given. */
  list(folder: string, options?: { from?: string }): Promise<string[]>;

  /** Keeps a file under its own hash, in constant memory; a path is read from this machine's disk. */
  putEvidence(source: string | Readable): Promise<Digest>;
  /** Throws `StoreMissing`. The stream must be read or destroyed. */
  openEvidence(sha512: Sha512): Promise<Readable>;
  /** Size in octets, without reading it. */
  statEvidence(sha512: Sha512): Promise<number | undefined>;

  /**
   * Writes a folder, all or nothing. Each entry is written to its end before the next is asked for.
   * Throws `StoreConflict` if anything stands under the name, or an entry stands in the way of another.
   * Of two who write the same folder, one succeeds; what a killed one left is swept by the next.
   */
  putFolder(name: string, entries: FolderEntries): Promise<void>;
  /** Throws `StoreMissing`. */
  folder(name: string): Promise<FolderReader>;

  /** Where a person finds it: for a store on files, the absolute path. It need not be there. */
  locate(name: string): string;
}

/** Opens the store of a URL, `file:///path`; the folder is made if need be. Throws `StoreUrlError`. */
export const openStore = async (url: string): Promise<Store> => FileStore.open(pathOf(url));

const pathOf = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && url.protocol !== 'file:')
    throw new StoreUrlError(text, `"${url.protocol}" is not known here; use file:///path.`);
  if (!url || !text.startsWith('file:///') || url.search !== '' || url.hash !== '')
    throw new StoreUrlError(text, 'it must be of the form file:///path.');
  return fileURLToPath(url);
};
