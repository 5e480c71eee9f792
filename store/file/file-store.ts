import { constants, createReadStream } from 'node:fs';
import { access, type FileHandle, link, lstat, realpath, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Sha512 } from '../../base/ids';
import { type Digest, Digester, meter } from '../digest';
import { EvidenceDamaged, hasCode, StoreConflict, StoreMissing } from '../errors';
import { checkEvidence, evidenceName, openChecked } from '../evidence';
import { checkName, isName, SIGN } from '../name';
import { keepError, openedFromElsewhere } from '../source-error';
import type { FolderEntries, FolderReader, PutOptions, Store } from '../store';
import { buildFolder } from './build-folder';
import { diskFolder, walk } from './disk-folder';
import { makeFoldersOf, makeRoot, syncFolders, writeNewFile } from './durable';
import { Incoming } from './incoming';
import { kindInside, openInside } from './inside';
import { refuseLinks, refuseLinksAbove } from './linked';
import { isThere, makeSign } from './sign';

/** The folder of all evidence, the one that people write to themselves. */
const EVIDENCE = 'evidence';

const streamOf = (source: string | Readable) => () =>
  Promise.resolve(typeof source === 'string' ? createReadStream(source) : source);

/** More than most mails take with their receipts: a disk that takes this is not full. */
const PROBE = Buffer.alloc(256 * 1024);

const isNothing = (found: unknown): boolean =>
  found === undefined || found === false || (Array.isArray(found) && found.length === 0);

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

/** A store in a folder of a disk with hard links. Links in it are never followed. */
export class FileStore implements Store {
  readonly #root: string;
  readonly #sign: string;
  readonly #incoming: Incoming;
  readonly #handedIn: Incoming;
  /** Folders that survive a power cut, by path: an fsync of those above them is done once. */
  readonly #safe = new Set<string>();

  private constructor(root: string, sign: string) {
    this.#root = root;
    this.#sign = sign;
    this.#incoming = new Incoming(root);
    this.#handedIn = new Incoming(root, EVIDENCE);
  }

  /** Makes the folder and its sign if necessary. */
  static async make(path: string): Promise<FileStore> {
    const root = await makeRoot(path);
    const store = new FileStore(root, await makeSign(root));
    for (const incoming of [store.#handedIn, store.#incoming]) await incoming.sweepAbandoned();
    return store;
  }

  /** Makes nothing: in a folder without the sign a missing file is a fault, and nothing is kept. */
  static async find(path: string): Promise<FileStore> {
    const root = await realpath(path);
    return new FileStore(root, join(root, SIGN));
  }

  async check(part?: 'evidence'): Promise<void> {
    const isAll = part === undefined;
    await access(this.#root, constants.R_OK | constants.X_OK | (isAll ? constants.W_OK : 0));
    await lstat(this.#sign);
    if (!isAll) await this.#prepare(`${EVIDENCE}/any`);
    await (isAll ? this.#incoming : this.#handedIn).lend(SIGN, (path) => writeNewFile(path, PROBE));
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    const folders = await this.#prepare(name);
    await this.#incoming.lend(name, async (path) => {
      await writeNewFile(path, bytes);
      if (!(await linkNew(path, this.locate(name))) && !(await this.#holds(name, bytes)))
        throw new StoreConflict(name);
      await this.#sync(folders);
    });
  }

  get(name: string): Promise<Buffer> {
    return this.#answer(async () => {
      checkName(name);
      const handle = await this.#open(name);
      try {
        return await handle.readFile();
      } finally {
        await handle.close();
      }
    });
  }

  has(name: string): Promise<boolean> {
    return this.#answer(async () => {
      checkName(name);
      return (await this.#kind(name)) !== undefined || (await isThere(this.locate(name)));
    });
  }

  async move(name: string, to: string): Promise<void> {
    checkName(name);
    await refuseLinksAbove(this.#root, name);
    const folders = [...(await this.#prepare(to)), dirname(this.locate(name))];
    if (await isThere(this.locate(to))) throw new StoreConflict(to);
    try {
      await rename(this.locate(name), this.locate(to));
    } catch (error) {
      throw hasCode(error, ['ENOENT', 'ENOTDIR']) ? new StoreMissing(name) : error;
    }
    await this.#sync(folders);
  }

  list(folder: string, { from }: { from?: string } = {}): Promise<string[]> {
    return this.#answer(async () => {
      if (folder !== '') checkName(folder);
      if (folder !== '' && (await this.#folderKind(folder)) !== 'folder') return [];
      const files = await walk(this.locate(folder), (entry) => entry.isFile());
      return files
        .map((file) => (folder === '' ? file : `${folder}/${file}`))
        .filter((name) => isName(name) && (from === undefined || name > from));
    });
  }

  async putEvidence(source: string | Readable, { watch }: PutOptions = {}): Promise<Digest> {
    if (typeof source !== 'string') keepError(source);
    const folders = await this.#prepare(`${EVIDENCE}/any`);
    const digest = await this.#handedIn.lend(EVIDENCE, async (path) => {
      const digester = new Digester();
      const content = meter(openedFromElsewhere(streamOf(source)), digester, watch);
      await writeNewFile(path, content, { shared: true });
      const found = digester.digest();
      await this.#keep(path, found);
      return found;
    });
    await this.#sync(folders);
    return digest;
  }

  openEvidence(sha512: Sha512): Promise<Readable> {
    return this.#answer(async () => (await this.#open(evidenceName(sha512))).createReadStream());
  }

  statEvidence(sha512: Sha512): Promise<number | undefined> {
    return this.#answer(async () => {
      const name = evidenceName(sha512);
      if ((await this.#kind(name)) !== 'file') return undefined;
      return (await lstat(this.locate(name))).size;
    });
  }

  async takeOver(file: Digest): Promise<void> {
    const name = evidenceName(file.sha512);
    if ((await this.#kind(name)) !== 'file') throw new StoreMissing(name);
    const { uid } = await lstat(this.locate(name));
    if (uid === process.geteuid?.()) return;
    const folders = await this.#prepare(name);
    await this.#handedIn.lend(EVIDENCE, async (path) => {
      await writeNewFile(path, openChecked(this, file), { shared: true });
      await rename(path, this.locate(name));
    });
    await this.#sync(folders);
  }

  async putFolder(name: string, entries: FolderEntries): Promise<void> {
    const folders = await this.#prepare(name);
    if (await this.has(name)) throw new StoreConflict(name);
    await this.#incoming.sweep(name);
    await this.#incoming.lend(name, async (path) => {
      await buildFolder(path, entries);
      if (!(await renameNew(path, this.locate(name)))) throw new StoreConflict(name);
    });
    await this.#sync(folders);
  }

  async folder(name: string): Promise<FolderReader> {
    const folder = await this.#answer(async () => {
      checkName(name);
      if ((await this.#folderKind(name)) !== 'folder') throw new StoreMissing(name);
      return diskFolder(this.locate(name));
    });
    return {
      files: () => this.#answer(() => folder.files()),
      open: (path) => this.#answer(() => folder.open(path)),
    };
  }

  locate(name: string): string {
    return join(this.#root, name);
  }

  /** A link is nothing; one among the folders above is a fault, lest what lies there be taken for gone. */
  async #kind(name: string): Promise<'file' | 'folder' | undefined> {
    const kind = await kindInside(this.#root, name);
    if (kind === undefined) await refuseLinksAbove(this.#root, name);
    return kind;
  }

  /** The same for what should be a folder. */
  async #folderKind(name: string): Promise<'file' | 'folder' | undefined> {
    const kind = await kindInside(this.#root, name);
    if (kind === undefined) await refuseLinks(this.#root, name);
    return kind;
  }

  async #open(name: string): Promise<FileHandle> {
    try {
      return await openInside(this.#root, name);
    } catch (error) {
      if (error instanceof StoreMissing) await refuseLinksAbove(this.#root, name);
      throw error;
    }
  }

  /** Makes the folders of `name`. Returns those to be synced once it is there. */
  async #prepare(name: string): Promise<string[]> {
    checkName(name);
    await lstat(this.#sign);
    return makeFoldersOf(this.#root, name, this.#safe);
  }

  async #sync(folders: readonly string[]): Promise<void> {
    await syncFolders(folders);
    for (const folder of folders) this.#safe.add(folder);
  }

  /** Something is only missing if the store itself is there. */
  async #answer<T>(ask: () => Promise<T>): Promise<T> {
    try {
      const found = await ask();
      if (isNothing(found)) await lstat(this.#sign);
      return found;
    } catch (error) {
      if (error instanceof StoreMissing) await lstat(this.#sign);
      throw error;
    }
  }

  async #holds(name: string, bytes: Uint8Array): Promise<boolean> {
    return (await this.#kind(name)) === 'file' && (await this.get(name)).equals(bytes);
  }

  /** Only this content can have this name: what is there stays if it is whole, and is mended if not. */
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
