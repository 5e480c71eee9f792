import { createHash } from 'node:crypto';
import { Sha512 } from '../base/ids';

/** What a file is known by: SHA-512 of its content and its size in octets. */
export type Digest = { sha512: Sha512; size: number };

/** Takes a content piece by piece; its digest is known at the end. */
export class Digester {
  readonly #hash = createHash('sha512');
  #size = 0;

  update(chunk: Uint8Array): this {
    this.#hash.update(chunk);
    this.#size += chunk.length;
    return this;
  }

  get size(): number {
    return this.#size;
  }

  /** Call once, when everything has been taken. */
  digest(): Digest {
    return { sha512: Sha512.parse(this.#hash.digest('hex')), size: this.#size };
  }
}

/** Passes a content on unchanged, as bytes, through the digester; `watch` is told what has been taken. */
export async function* meter(
  content: AsyncIterable<Uint8Array | string>,
  digester: Digester,
  watch?: (octets: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    digester.update(bytes);
    yield bytes;
    watch?.(digester.size);
  }
}

/** The hash of a content that is at hand. */
export const sha512Of = (bytes: Uint8Array): Sha512 => new Digester().update(bytes).digest().sha512;

/** Reads a content to its end, in constant memory. Throws what the stream throws. */
export const digestOf = async (content: AsyncIterable<Uint8Array>): Promise<Digest> => {
  const digester = new Digester();
  for await (const chunk of content) digester.update(chunk);
  return digester.digest();
};
