import { createHash, randomUUID } from 'node:crypto';
import { lstat, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../errors';
import { makeFoldersOf } from './durable';

/** A name of the store never begins with a dot, so nobody can ask for what is here. */
const FOLDER = '.incoming';

/** No live writer leaves its entry unchanged for this long, even by the clock of another machine. */
const ABANDONED_AFTER = 24 * 3_600_000;

const prefixOf = (name: string): string => `${createHash('sha256').update(name).digest('hex')}~`;

/** The folder of a store for everything unfinished, and nothing else. */
export class Incoming {
  readonly #root: string;
  readonly #path: string;

  constructor(root: string) {
    this.#root = root;
    this.#path = join(root, FOLDER);
  }

  /** A free path to write `name` at, on the disk of the store. */
  async pathFor(name: string): Promise<string> {
    const entry = `${prefixOf(name)}${randomUUID()}`;
    await makeFoldersOf(this.#root, `${FOLDER}/${entry}`);
    return join(this.#path, entry);
  }

  /** Lends such a path, and removes what is left there. */
  async lend<T>(name: string, write: (path: string) => Promise<T>): Promise<T> {
    const path = await this.pathFor(name);
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
