import { randomUUID } from 'node:crypto';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { StoreConflict, StoreMissing } from '../errors';
import { checkName, isName } from '../name';
import { fromElsewhere, openedFromElsewhere } from '../source-error';
import type { FolderEntries, FolderEntry } from '../store';
import type { Bucket, Listed } from './bucket';

/**
 * A folder is all or nothing, though a bucket knows only objects. Each writer puts its files under a
 * name of its own, `<folder>/.<uuid>/<path>`, checks that they are all there, and then writes the seal,
 * `<folder>/.folder`, which says whose files are the folder's. The seal is written once (If-None-Match: *), in
 * one step: without it there is no folder, and of two writers the first to seal has made it. All these keys
 * have a part that begins with a dot, so that no name of the store is ever one of them.
 */
const SEAL = '.folder';

/** The name of a writer's own folder. */
const OWN = /^\.[0-9a-f-]{36}$/;

const Seal = z.object({ schemaVersion: z.literal(1), files: z.string().regex(OWN) });

/** No live writer needs this long between two files. */
const ABANDONED_AFTER = 24 * 3_600_000;

/** True for a key of a file or a folder of the store, as opposed to one of a writer still at work. */
export const isVisible = (key: string): boolean => isName(key) || isSeal(key);

const isSeal = (key: string): boolean => key.endsWith(`/${SEAL}`);

const isUnder = (key: string, folder: string): boolean => key.startsWith(`${folder}/`);

/** The folders of a store in a bucket that were written as a whole. */
export class Folders {
  readonly #bucket: Bucket;

  constructor(bucket: Bucket) {
    this.#bucket = bucket;
  }

  /** The prefix of a folder's files, if it has been sealed. */
  async find(name: string): Promise<string | undefined> {
    try {
      const seal = Seal.parse(await json(await this.#bucket.open(`${name}/${SEAL}`)));
      return `${name}/${seal.files}`;
    } catch (error) {
      if (error instanceof StoreMissing) return undefined;
      throw error;
    }
  }

  /** The key of a name in a sealed folder. */
  async findWithin(name: string): Promise<string | undefined> {
    const found = foldersOf(name).map(async (folder) => {
      const files = await this.find(folder);
      return files && `${files}${name.slice(folder.length)}`;
    });
    return (await Promise.all(found)).find((key) => key !== undefined);
  }

  /** The names of the objects in a list: those in sealed folders, and those without a leading dot. */
  async namesOf(keys: readonly string[]): Promise<string[]> {
    const names = keys.filter(isName);
    for (const seal of keys.filter(isSeal)) {
      const folder = seal.slice(0, -SEAL.length - 1);
      const files = await this.find(folder);
      if (files !== undefined)
        names.push(
          ...keys.filter((key) => isUnder(key, files)).map((key) => `${folder}${key.slice(files.length)}`),
        );
    }
    return names.sort();
  }

  /** Throws `StoreConflict` if another has sealed the folder before, or an entry is in the way of another. */
  async write(name: string, entries: FolderEntries): Promise<void> {
    await this.#sweep(name);
    const own = `.${randomUUID()}`;
    const written = new Map<string, number>();
    try {
      for await (const entry of fromElsewhere(entries)) await this.#add(`${name}/${own}`, entry, written);
      await this.#checkAll(`${name}/${own}`, written);
    } catch (error) {
      await this.#forget([...written.keys()]);
      throw error;
    }
    if (await this.#seal(name, own)) return;
    await this.#forget([...written.keys()]);
    throw new StoreConflict(name);
  }

  /** From here on nothing is removed unless another's seal is seen: an unanswered seal may still have been written. */
  async #seal(name: string, own: string): Promise<boolean> {
    const seal = { schemaVersion: 1, files: own } satisfies z.infer<typeof Seal>;
    const text = Buffer.from(`${JSON.stringify(seal)}\n`);
    if (await this.#bucket.putNew(`${name}/${SEAL}`, text)) return true;
    return (await this.find(name)) === `${name}/${own}`;
  }

  async #add(root: string, { path, content }: FolderEntry, written: Map<string, number>): Promise<void> {
    checkName(path);
    const key = `${root}/${path}`;
    const isInTheWay = [...written.keys()].some(
      (other) => other === key || isUnder(key, other) || isUnder(other, key),
    );
    if (isInTheWay) throw new StoreConflict(path);
    written.set(key, 0);
    let size = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of openedFromElsewhere(content)) {
        size += chunk.length;
        yield chunk;
      }
    };
    await this.#bucket.upload(key, counted(), { replace: true });
    written.set(key, size);
  }

  /** Reads the list again: every file is there, with its size. */
  async #checkAll(root: string, written: ReadonlyMap<string, number>): Promise<void> {
    const standing = new Map<string, number>();
    for await (const { key, size } of this.#bucket.list(root)) standing.set(key, size);
    const lost = [...written].find(([key, size]) => standing.get(key) !== size);
    if (lost) throw new Error(`${lost[0]} is not in the bucket as it was written.`);
  }

  /** Removes what writers of this folder left a day ago and more. */
  async #sweep(name: string): Promise<void> {
    const attempts = new Map<string, Listed[]>();
    for await (const object of this.#bucket.list(name)) {
      const [own = ''] = object.key.slice(name.length + 1).split('/');
      if (OWN.test(own)) attempts.set(own, [...(attempts.get(own) ?? []), object]);
    }
    const before = Date.now() - ABANDONED_AFTER;
    const left = [...attempts.values()].filter((objects) => objects.every(({ at }) => at < before));
    await this.#forget(left.flat().map(({ key }) => key));
  }

  /** What cannot be removed, as in a write-once bucket, does no harm. */
  async #forget(keys: readonly string[]): Promise<void> {
    await this.#bucket.remove(keys).catch(() => undefined);
  }
}

/** The folders above a name, outermost first. */
export const foldersOf = (name: string): string[] => {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
};
