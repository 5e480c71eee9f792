import { createHash, randomUUID } from 'node:crypto';
import { chmod, lstat, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasCode } from '../errors';
import { makeFoldersOf } from './durable';
import { isThere } from './sign';

/** No part of a name of the store begins with a dot, so nobody can ask for what is here. */
const FOLDER = '.incoming';

/** Who may write into a folder, and that only the owner of a file there removes it. */
const SHARING = 0o7070;

/** No live writer leaves its entry unchanged for this long, even by the clock of another machine. */
const ABANDONED_AFTER = 24 * 3_600_000;

const prefixOf = (name: string): string => `${createHash('sha256').update(name).digest('hex')}~`;

/** A folder of a store for unfinished things, and nothing else. */
export class Incoming {
  readonly #root: string;
  readonly #name: string;
  readonly #path: string;

  /** `within`: the folder of the store that holds it, if not the store itself; whoever may write there may write here. */
  constructor(root: string, within?: string) {
    this.#root = root;
    this.#name = within === undefined ? FOLDER : `${within}/${FOLDER}`;
    this.#path = join(root, this.#name);
  }

  /** A free path to write `name` at, on the disk of the store. */
  async #pathFor(name: string): Promise<string> {
    const entry = `${prefixOf(name)}${randomUUID()}`;
    const isNew = this.#name !== FOLDER && !(await isThere(this.#path));
    await makeFoldersOf(this.#root, `${this.#name}/${entry}`);
    if (isNew) await this.#share();
    return join(this.#path, entry);
  }

  async #share(): Promise<void> {
    const { mode } = await lstat(dirname(this.#path));
    const own = await lstat(this.#path);
    if ((own.mode & SHARING) !== (mode & SHARING))
      await chmod(this.#path, (own.mode | (mode & SHARING)) & 0o7777);
  }

  /** Lends such a path, and removes what is left there. */
  async lend<T>(name: string, write: (path: string) => Promise<T>): Promise<T> {
    const path = await this.#pathFor(name);
    try {
      return await write(path);
    } finally {
      await rm(path, { recursive: true, force: true });
    }
  }

  /** Removes what earlier writers of a name left. A writer still at work fails, and may try again. */
  async sweep(name: string): Promise<void> {
    const prefix = prefixOf(name);
    for (const entry of await this.#entries()) if (entry.startsWith(prefix)) await this.#remove(entry);
  }

  /** Removes what nobody has touched for a day; leftovers on a read-only disk do no harm. */
  async sweepAbandoned(): Promise<void> {
    const before = Date.now() - ABANDONED_AFTER;
    for (const entry of await this.#entries()) {
      const stat = await lstat(join(this.#path, entry)).catch(() => undefined);
      if (stat && stat.mtimeMs < before) await this.#remove(entry).catch(() => undefined);
    }
  }

  async #entries(): Promise<string[]> {
    try {
      return await readdir(this.#path);
    } catch (error) {
      if (hasCode(error, ['ENOENT'])) return [];
      throw error;
    }
  }

  /** Takes the entry away in one step first, so that its writer can never finish a half-removed folder. */
  async #remove(entry: string): Promise<void> {
    const taken = join(this.#path, `swept~${randomUUID()}`);
    try {
      await rename(join(this.#path, entry), taken);
    } catch (error) {
      if (hasCode(error, ['ENOENT'])) return;
      throw error;
    }
    await rm(taken, { recursive: true, force: true });
  }
}
