import { Readable } from 'node:stream';
import type { Sha512 } from '../base/ids';
import type { Digest } from './digest';
import { StoreError } from './errors';
import { StoreFault } from './fault';
import { SourceError } from './source-error';
import type { FolderEntries, FolderReader, PutOptions, Store } from './store';

/** A store whose system errors are turned into `StoreFault`s, those of its streams included. */
export class ExplainedStore implements Store {
  readonly #store: Store;
  readonly #url: string;

  constructor(store: Store, url: string) {
    this.#store = store;
    this.#url = url;
  }

  check(part?: 'evidence'): Promise<void> {
    return this.#explain(this.#store.check(part));
  }

  put(name: string, bytes: Uint8Array): Promise<void> {
    return this.#explain(this.#store.put(name, bytes));
  }

  get(name: string): Promise<Buffer> {
    return this.#explain(this.#store.get(name));
  }

  has(name: string): Promise<boolean> {
    return this.#explain(this.#store.has(name));
  }

  move(name: string, to: string): Promise<void> {
    return this.#explain(this.#store.move(name, to));
  }

  list(folder: string, options?: { from?: string }): Promise<string[]> {
    return this.#explain(this.#store.list(folder, options));
  }

  putEvidence(source: string | Readable, options?: PutOptions): Promise<Digest> {
    return this.#explain(this.#store.putEvidence(source, options));
  }

  openEvidence(sha512: Sha512): Promise<Readable> {
    return this.#explainStream(this.#store.openEvidence(sha512));
  }

  statEvidence(sha512: Sha512): Promise<number | undefined> {
    return this.#explain(this.#store.statEvidence(sha512));
  }

  takeOver(file: Digest): Promise<void> {
    return this.#explain(this.#store.takeOver(file));
  }

  putFolder(name: string, entries: FolderEntries): Promise<void> {
    return this.#explain(this.#store.putFolder(name, entries));
  }

  async folder(name: string): Promise<FolderReader> {
    const folder = await this.#explain(this.#store.folder(name));
    return {
      files: () => this.#explain(folder.files()),
      open: (path) => this.#explainStream(folder.open(path)),
    };
  }

  locate(name: string): string {
    return this.#store.locate(name);
  }

  #explained(error: unknown): unknown {
    if (error instanceof SourceError) return error.cause;
    return error instanceof StoreError || error instanceof StoreFault
      ? error
      : new StoreFault(this.#url, error);
  }

  async #explain<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw this.#explained(error);
    }
  }

  async #explainStream(opening: Promise<Readable>): Promise<Readable> {
    const inner = await this.#explain(opening);
    const outer = Readable.from(this.#chunks(inner), { objectMode: false });
    // One that is given up before it was read never reaches the end of the generator.
    return outer.once('close', () => void inner.destroy());
  }

  async *#chunks(inner: Readable): AsyncGenerator<Uint8Array> {
    try {
      yield* inner as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw this.#explained(error);
    }
  }
}
