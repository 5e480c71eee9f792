import { constants, createReadStream } from 'node:fs';
import { access, link, lstat, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Sha512 } from '../../domain/ids';
import { type Digest, Digester, meter } from '../digest';
import { EvidenceDamaged, hasCode, StoreConflict, StoreMissing } from '../errors';
import { checkEvidence, evidenceName } from '../evidence';
import { checkName, isName } from '../name';
import { keepError, openedFromElsewhere } from '../source';
import type { FolderEntries, FolderReader, PutOptions, Store } from '../store';
import { buildFolder } from './build-folder';
import { diskFolder, walk } from './disk-folder';
import { makeFoldersOf, makeRoot, syncFolders, writeNewFile } from './durable';
import { Incoming } from './incoming';
import { kindInside, openInside } from './inside';

/** The folder of all evidence, as the root of a name in it. */
const EVIDENCE = 'evidence/';

const streamOf = (source: string | Readable) => () =>
  Promise.resolve(typeof source === 'string' ? createReadStream(source) : source);

/** True if the finished file got the name, false if something has it; a rename would replace that unasked. */
const linkNew = async (from: string, to: string): Promise<boolean> => {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, ['EEXIST'])) return false;
    throw error;
  }
};

/** True if the finished folder got the name, false if something has it. */
const renameNew = async (from: string, to: string): Promise<boolean> => {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'])) return false;
    throw error;
  }
};

/** A store in a folder of a disk that knows hard links. Links in it are never followed. */
export class FileStore implements Store {
  readonly #root: string;
  readonly #incoming: Incoming;

  private constructor(root: string) {
    this.#root = root;
    this.#incoming = new Incoming(root);
  }

  static async open(path: string): Promise<FileStore> {
    const store = new FileStore(await makeRoot(path));
    await store.#incoming.sweepAbandoned();
    return store;
  }

  check(): Promise<void> {
    return access(this.#root, constants.R_OK | constants.W_OK | constants.X_OK);
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    checkName(name);
    const folders = await makeFoldersOf(this.#root, name);
    await this.#incoming.lend(name, async (path) => {
      await writeNewFile(path, bytes);
      if (!(await linkNew(path, this.locate(name))) && !(await this.#holds(name, bytes)))
        throw new StoreConflict(name);
    });
    await syncFolders(folders);
  }

  async get(name: string): Promise<Buffer> {
    checkName(name);
    const handle = await openInside(this.#root, name);
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  }

  async has(name: string): Promise<boolean> {
    checkName(name);
    return (await kindInside(this.#root, name)) !== undefined;
  }

  async list(folder: string, { from }: { from?: string } = {}): Promise<string[]> {
    if (folder !== '') checkName(folder);
    if (folder !== '' && (await kindInside(this.#root, folder)) !== 'folder') return [];
    const files = await walk(this.locate(folder), (entry) => entry.isFile());
    return files
      .map((file) => (folder === '' ? file : `${folder}/${file}`))
      .filter((name) => isName(name) && (from === undefined || name > from));
  }

  async putEvidence(source: string | Readable, { watch }: PutOptions = {}): Promise<Digest> {
    if (typeof source !== 'string') keepError(source);
    const folders = await makeFoldersOf(this.#root, EVIDENCE);
    const digest = await this.#incoming.lend(EVIDENCE, async (path) => {
      const digester = new Digester();
      await writeNewFile(path, meter(openedFromElsewhere(streamOf(source)), digester, watch));
      const found = digester.digest();
      await this.#keep(path, found);
      return found;
    });
    await syncFolders(folders);
    return digest;
  }

  async openEvidence(sha512: Sha512): Promise<Readable> {
    return (await openInside(this.#root, evidenceName(sha512))).createReadStream();
  }

  async statEvidence(sha512: Sha512): Promise<number | undefined> {
    const name = evidenceName(sha512);
    if ((await kindInside(this.#root, name)) !== 'file') return undefined;
    return (await lstat(this.locate(name))).size;
  }

  async putFolder(name: string, entries: FolderEntries): Promise<void> {
    checkName(name);
    const folders = await makeFoldersOf(this.#root, name);
    if (await this.has(name)) throw new StoreConflict(name);
    await this.#incoming.sweep(name);
    await this.#incoming.lend(name, async (path) => {
      await buildFolder(path, entries);
      if (!(await renameNew(path, this.locate(name)))) throw new StoreConflict(name);
    });
    await syncFolders(folders);
  }

  async folder(name: string): Promise<FolderReader> {
    checkName(name);
    if ((await kindInside(this.#root, name)) !== 'folder') throw new StoreMissing(name);
    return diskFolder(this.locate(name));
  }

  locate(name: string): string {
    return join(this.#root, name);
  }

  async #holds(name: string, bytes: Uint8Array): Promise<boolean> {
    return (await kindInside(this.#root, name)) === 'file' && (await this.get(name)).equals(bytes);
  }

  /** Only this content can have this name: what stands there stays if it is whole, and is mended if not. */
  async #keep(path: string, digest: Digest): Promise<void> {
    const final = this.locate(evidenceName(digest.sha512));
    if (await linkNew(path, final)) return;
    try {
      await checkEvidence(this, digest);
    } catch (error) {
      if (!(error instanceof EvidenceDamaged || error instanceof StoreMissing)) throw error;
      await rename(path, final);
    }
  }
}
