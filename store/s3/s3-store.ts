import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Sha512 } from '../../base/ids';
import { type Digest, Digester, digestOf, meter } from '../digest';
import { EvidenceDamaged, StoreConflict, StoreMissing, StoreUrlError } from '../errors';
import { checkEvidence, evidenceName } from '../evidence';
import { checkName, leadsOut, SIGN, SIGN_TEXT } from '../name';
import { fromElsewhere, keepError, SourceError } from '../source-error';
import type { FolderEntries, FolderReader, PutOptions, Store } from '../store';
import { Bucket } from './bucket';
import { connectS3 } from './connect';
import { Folders, foldersOf, isVisible } from './folders';
import { spooled } from './spool';

/** Tried by those who may write evidence and nothing else. */
const EVIDENCE_PROBE = `evidence/${SIGN}`;

/** A store in a bucket of S3, or of any compatible server with conditional writes. */
export class S3Store implements Store {
  readonly #bucket: Bucket;
  readonly #folders: Folders;
  /** Whether the server overwrites nothing, by the object on which that was tried. */
  readonly #isCareful = new Map<string, Promise<void>>();

  private constructor(bucket: Bucket) {
    this.#bucket = bucket;
    this.#folders = new Folders(bucket);
  }

  /** Asks nothing of the server yet. */
  static open(place: { bucket: string; prefix: string }): S3Store {
    return new S3Store(new Bucket(connectS3(), place));
  }

  /** Also throws `StoreUrlError` if the server would overwrite what is there. */
  async check(part?: 'evidence'): Promise<void> {
    const probe = part === undefined ? SIGN : EVIDENCE_PROBE;
    await this.#writeProbe(probe);
    await this.#expectCareful(probe);
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    await this.#prepare(name);
    if (await this.#bucket.putNew(name, bytes)) return;
    const standing = await buffer(await this.#bucket.open(name));
    if (!standing.equals(bytes)) throw new StoreConflict(name);
  }

  async get(name: string): Promise<Buffer> {
    checkName(name);
    return buffer(await this.#open(name));
  }

  async has(name: string): Promise<boolean> {
    checkName(name);
    return (
      (await this.#bucket.size(name)) !== undefined ||
      (await this.#isFolder(name)) ||
      (await this.#isInSealed(name))
    );
  }

  /** Copies it first: what cannot be removed then, as in a write-once bucket, stays. */
  async move(name: string, to: string): Promise<void> {
    await this.#prepare(to);
    checkName(name);
    const itself = (await this.#bucket.size(name)) === undefined ? [] : [name];
    const keys = [...itself, ...(await this.#keys(name))];
    if (keys.length === 0) throw new StoreMissing(name);
    for (const key of keys)
      if (!(await this.#copied(key, `${to}${key.slice(name.length)}`))) throw new StoreConflict(to);
    await this.#bucket.remove(keys);
  }

  /** False if something else has the new key; an earlier attempt may have left the copy. */
  async #copied(from: string, to: string): Promise<boolean> {
    if (await this.#bucket.upload(to, await this.#bucket.open(from), { replace: false })) return true;
    const [own, standing] = [
      await digestOf(await this.#bucket.open(from)),
      await digestOf(await this.#bucket.open(to)),
    ];
    return own.sha512 === standing.sha512;
  }

  async list(folder: string, { from }: { from?: string } = {}): Promise<string[]> {
    if (folder !== '') checkName(folder);
    const names = await this.#folders.namesOf(await this.#keys(folder));
    const found = names.length > 0 || folder === '' ? names : await this.#listWithin(folder);
    return found.filter((name) => from === undefined || name > from);
  }

  async putEvidence(source: string | Readable, options: PutOptions = {}): Promise<Digest> {
    if (typeof source !== 'string') keepError(source);
    await this.#expectCareful(EVIDENCE_PROBE);
    if (typeof source !== 'string') return spooled(source, (path) => this.#putFile(path, options));
    return this.#putFile(source, options);
  }

  openEvidence(sha512: Sha512): Promise<Readable> {
    return this.#bucket.open(evidenceName(sha512));
  }

  statEvidence(sha512: Sha512): Promise<number | undefined> {
    return this.#bucket.size(evidenceName(sha512));
  }

  takeOver(): Promise<void> {
    return Promise.resolve();
  }

  async putFolder(name: string, entries: FolderEntries): Promise<void> {
    await this.#prepare(name);
    if (await this.has(name)) throw new StoreConflict(name);
    await this.#folders.write(name, entries);
  }

  async folder(name: string): Promise<FolderReader> {
    checkName(name);
    const sealed = (await this.#folders.find(name)) ?? (await this.#folders.findWithin(name));
    if (sealed === undefined && !(await this.#isFolder(name))) throw new StoreMissing(name);
    return this.#reader(sealed ?? name);
  }

  /** Whether somebody has written to this store. */
  async isMade(): Promise<boolean> {
    return (await this.#bucket.size(SIGN)) !== undefined;
  }

  locate(name: string): string {
    return this.#bucket.locate(name);
  }

  /** Asked once per process, and again after a failure. */
  async #expectCareful(probe = SIGN): Promise<void> {
    const asked = this.#isCareful.get(probe) ?? this.#tryToWriteTwice(probe);
    this.#isCareful.set(probe, asked);
    try {
      await asked;
    } catch (error) {
      this.#isCareful.delete(probe);
      throw error;
    }
  }

  /** False if it is there already. */
  #writeProbe(probe: string): Promise<boolean> {
    return this.#bucket.putNew(probe, Buffer.from(SIGN_TEXT));
  }

  /** The probe, the sign of the store above all, is written by the first writer; every later one must be told that it is there. */
  async #tryToWriteTwice(probe: string): Promise<void> {
    if ((await this.#writeProbe(probe)) && (await this.#writeProbe(probe)))
      throw new StoreUrlError(
        this.locate(''),
        'its server does not support conditional writes (If-None-Match: *) and would overwrite existing objects.',
      );
  }

  /** Refuses an invalid name, and one in the way of another: S3 itself would have a file and a folder of one name. */
  async #prepare(name: string): Promise<void> {
    checkName(name);
    await this.#expectCareful();
    const sizes = await Promise.all(foldersOf(name).map((folder) => this.#bucket.size(folder)));
    if (sizes.some((size) => size !== undefined) || (await this.#isFolder(name)))
      throw new StoreConflict(name);
  }

  async #open(name: string): Promise<Readable> {
    try {
      return await this.#bucket.open(name);
    } catch (error) {
      const key = error instanceof StoreMissing ? await this.#folders.findWithin(name) : undefined;
      if (key === undefined) throw error;
      return this.#bucket.open(key);
    }
  }

  async #isFolder(name: string): Promise<boolean> {
    if ((await this.#folders.find(name)) !== undefined) return true;
    for await (const { key } of this.#bucket.list(name)) if (isVisible(key)) return true;
    return false;
  }

  async #isInSealed(name: string): Promise<boolean> {
    const key = await this.#folders.findWithin(name);
    if (key === undefined) return false;
    return (await this.#bucket.size(key)) !== undefined || (await this.#keys(key)).length > 0;
  }

  async #keys(folder: string): Promise<string[]> {
    const keys: string[] = [];
    for await (const { key } of this.#bucket.list(folder)) keys.push(key);
    return keys;
  }

  async #listWithin(folder: string): Promise<string[]> {
    const place = await this.#folders.findWithin(folder);
    if (place === undefined) return [];
    return (await this.#keys(place)).map((key) => `${folder}${key.slice(place.length)}`).sort();
  }

  #reader(place: string): FolderReader {
    return {
      files: async () => (await this.#keys(place)).map((key) => key.slice(place.length + 1)).sort(),
      open: async (path) => {
        if (leadsOut(path)) throw new StoreMissing(path);
        return this.#bucket.open(`${place}/${path}`);
      },
    };
  }

  /** Reads the file twice, so that it is sent once, under its final key, and never in vain. */
  async #putFile(path: string, { watch }: PutOptions): Promise<Digest> {
    const digest = await digestOf(fromElsewhere(createReadStream(path) as AsyncIterable<Buffer>));
    const name = evidenceName(digest.sha512);
    const replace = (await this.#bucket.size(name)) !== undefined;
    if (replace && (await this.#isWhole(digest))) return digest;
    if (await this.#bucket.upload(name, sameAgain(path, digest, watch), { replace })) return digest;
    await checkEvidence(this, digest);
    return digest;
  }

  async #isWhole(digest: Digest): Promise<boolean> {
    try {
      await checkEvidence(this, digest);
      return true;
    } catch (error) {
      if (error instanceof EvidenceDamaged || error instanceof StoreMissing) return false;
      throw error;
    }
  }
}

/** Fails at the end if the file has changed since its digest was taken: then nothing is kept. */
async function* sameAgain(
  path: string,
  digest: Digest,
  watch: PutOptions['watch'],
): AsyncGenerator<Uint8Array> {
  const digester = new Digester();
  yield* meter(fromElsewhere(createReadStream(path) as AsyncIterable<Buffer>), digester, watch);
  if (digester.digest().sha512 !== digest.sha512)
    throw new SourceError(new Error(`${path} changed while it was being read.`));
}
