import { Readable } from 'node:stream';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { StoreMissing } from '../errors';

/** An object as a list shows it; `at`: when it was written, in epoch milliseconds by the server's clock. */
export type Listed = { key: string; size: number; at: number };

/** An object has up to 10,000 parts: 80 GB. Two are in memory at a time. */
const PART = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 2;

/** Keys that one request can remove. */
const BATCH = 1000;

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;

/** What we need of a bucket; keys are those beneath its prefix. */
export class Bucket {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #root: string;

  constructor(client: S3Client, { bucket, prefix }: { bucket: string; prefix: string }) {
    this.#client = client;
    this.#bucket = bucket;
    this.#root = prefix === '' ? '' : `${prefix}/`;
  }

  /** `s3://bucket/key` */
  locate(key: string): string {
    return `s3://${this.#bucket}/${this.#root}${key}`;
  }

  /** Throws `StoreMissing`. */
  async open(key: string): Promise<Readable> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand(this.#at(key)));
      return Body instanceof Readable ? Body : Readable.from([]);
    } catch (error) {
      throw isNamed(error, 'NoSuchKey') ? new StoreMissing(key) : error;
    }
  }

  /** Size in octets, if there is such an object. */
  async size(key: string): Promise<number | undefined> {
    try {
      return (await this.#client.send(new HeadObjectCommand(this.#at(key)))).ContentLength ?? 0;
    } catch (error) {
      if (!hasStatus(error, 404)) throw error;
      // The answer is the same if the whole bucket is missing, which is another fault.
      await this.#client.send(new HeadBucketCommand({ Bucket: this.#bucket }));
      return undefined;
    }
  }

  /** Writes a small object in one step: true, or false if something has the key. */
  async putNew(key: string, bytes: Uint8Array): Promise<boolean> {
    const object = { ...this.#at(key), Body: bytes, ContentLength: bytes.length, IfNoneMatch: '*' };
    return this.#unlessTaken(this.#client.send(new PutObjectCommand(object)));
  }

  /**
   * Writes a stream of any size, in constant memory; it becomes visible when it is complete, and never if the stream breaks.
   * `replace`: whatever has the key. Else false if something has it.
   */
  async upload(
    key: string,
    content: AsyncIterable<Uint8Array>,
    { replace }: { replace: boolean },
  ): Promise<boolean> {
    const params = {
      ...this.#at(key),
      Body: Readable.from(content, { objectMode: false }),
      ...(!replace && { IfNoneMatch: '*' }),
    };
    const upload = new Upload({ client: this.#client, params, partSize: PART, queueSize: PARTS_AT_ONCE });
    return this.#unlessTaken(upload.done());
  }

  /** All objects beneath a folder (`''`: all), in the order of the server. */
  async *list(folder: string): AsyncGenerator<Listed> {
    const Prefix = folder === '' ? this.#root : `${this.#root}${folder}/`;
    let ContinuationToken: string | undefined;
    do {
      const request = { Bucket: this.#bucket, Prefix, ContinuationToken };
      const { Contents = [], NextContinuationToken } = await this.#client.send(
        new ListObjectsV2Command(request),
      );
      for (const { Key = '', Size = 0, LastModified } of Contents)
        yield { key: Key.slice(this.#root.length), size: Size, at: LastModified?.getTime() ?? 0 };
      ContinuationToken = NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (let from = 0; from < keys.length; from += BATCH) {
      const Objects = keys.slice(from, from + BATCH).map((key) => ({ Key: `${this.#root}${key}` }));
      await this.#client.send(
        new DeleteObjectsCommand({ Bucket: this.#bucket, Delete: { Objects, Quiet: true } }),
      );
    }
  }

  #at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: `${this.#root}${key}` };
  }

  async #unlessTaken(writing: Promise<unknown>): Promise<boolean> {
    try {
      await writing;
      return true;
    } catch (error) {
      if (hasStatus(error, 412)) return false;
      throw error;
    }
  }
}
