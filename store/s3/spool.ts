import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { writeNewFile } from '../file/durable';
import { fromElsewhere } from '../source-error';

/**
 * Keeps a stream in a local file while it is processed: a bucket takes an object under its final key
 * only, and here that is the hash of the content, known when the stream has ended.
 */
export const spooled = async <T>(stream: Readable, work: (path: string) => Promise<T>): Promise<T> => {
  const path = join(tmpdir(), `rectify-${randomUUID()}`);
  try {
    await writeNewFile(path, fromElsewhere(stream as AsyncIterable<Uint8Array>));
    return await work(path);
  } finally {
    await rm(path, { force: true });
  }
};
