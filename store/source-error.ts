import type { Readable } from 'node:stream';

/** An error of the content handed to the store, not of the store. The store passes it on unchanged. */
export class SourceError extends Error {
  override readonly name = 'SourceError';

  constructor(override readonly cause: unknown) {
    super('The submitted content cannot be read.');
  }
}

/** Marks the errors of a content that comes from elsewhere. */
export async function* fromElsewhere<T>(content: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* content;
  } catch (error) {
    throw new SourceError(error);
  }
}

/** The same for a content that is opened when it is read. */
export async function* openedFromElsewhere(
  content: Uint8Array | (() => Promise<AsyncIterable<Uint8Array>>),
): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* fromElsewhere(opened(content));
}

async function* opened<T>(open: () => Promise<AsyncIterable<T>>): AsyncGenerator<T> {
  yield* await open();
}

/** Keeps the error of a stream that may fail before its turn, for whoever reads it. */
export const keepError = (stream: Readable): void => {
  stream.once('error', () => undefined);
};
