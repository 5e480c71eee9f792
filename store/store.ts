import type { Readable } from 'node:stream';
import type { Sha512 } from '../base/ids';
import type { Digest } from './digest';

/** A folder that can be read: a bag in a store, or one that somebody has on a disk. */
export interface FolderReader {
  /** Paths of all files beneath, `/`-separated, sorted by code unit. Links are named, but not followed. */
  files(): Promise<string[]>;
  /** Throws `StoreMissing` if no plain file is there. The stream must be read or destroyed. */
  open(path: string): Promise<Readable>;
}

/** One file of a folder to be written; a stream (any `Readable` of bytes) is opened when its turn comes. */
export type FolderEntry = { path: string; content: Uint8Array | (() => Promise<AsyncIterable<Uint8Array>>) };
export type FolderEntries = Iterable<FolderEntry> | AsyncIterable<FolderEntry>;

/** `watch` is told how many octets of the content have been written so far; not called for what is there already. */
export type PutOptions = { watch?: (octets: number) => void };

/**
 * What is kept for years: evidence, mail receipts, finished bags. A name is relative, `/`-separated, portable
 * ASCII (`StoreNameError`). Nothing that has been written is ever changed or removed, nothing half-written is ever seen, and what
 * a method has answered survives a power cut. All errors are `StoreError`s, not to be tried again,
 * `StoreFault`s, which may pass, or errors of the content handed in, unchanged.
 */
export interface Store {
  /** Throws unless the store is there and can be written; with a part, unless that can be. */
  check(part?: 'evidence'): Promise<void>;

  /** The same content again is a success, another one a `StoreConflict`. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Throws `StoreMissing`. */
  get(name: string): Promise<Buffer>;
  /** True if there is a file or a folder under the name. */
  has(name: string): Promise<boolean>;
  /**
   * Gives what lies under a name, whatever it is, a name that nothing has: for what does not belong where it lies.
   * Throws `StoreMissing`, or `StoreConflict` where something is in the way of the new name.
   */
  move(name: string, to: string): Promise<void>;
  /** Names of all files under a folder (`''`: of all), sorted; only those after `from`, if given. */
  list(folder: string, options?: { from?: string }): Promise<string[]>;

  /** Keeps a file under its own hash, in constant memory; a path is read from this machine's disk. */
  putEvidence(source: string | Readable, options?: PutOptions): Promise<Digest>;
  /** Throws `StoreMissing`. The stream must be read or destroyed. */
  openEvidence(sha512: Sha512): Promise<Readable>;
  /** Size in octets, without reading it. */
  statEvidence(sha512: Sha512): Promise<number | undefined>;

  /**
   * Makes a file that somebody has handed in this process's own, so that they can no longer remove or change it; in a
   * bucket that is for its policy to see to. Throws `StoreMissing` or `EvidenceDamaged` where that comes too late.
   */
  takeOver(file: Digest): Promise<void>;

  /**
   * Writes a folder, all or nothing. Each entry is written to its end before the next is asked for.
   * Throws `StoreConflict` if anything is under the name, or an entry is in the way of another.
   * Of two who write the same folder, one succeeds; what a killed one left is removed by the next.
   */
  putFolder(name: string, entries: FolderEntries): Promise<void>;
  /** Throws `StoreMissing`. */
  folder(name: string): Promise<FolderReader>;

  /** Where a person finds it: the absolute path of a file, or `s3://bucket/key`. It need not be there. */
  locate(name: string): string;
}
