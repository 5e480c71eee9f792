import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, type S3Client } from '@aws-sdk/client-s3';
import { LOOPBACK, portOrFree } from '../../client/local/free-ports';
import { endsWithParent } from '../../client/local/parent-death';
import { lastLines } from '../../client/local/last-lines';
import { goInstall, type ServerKind } from '../../client/local/servers';
import { stopChild } from '../../client/local/stop-child';
import { connectS3 } from '../../store/s3/connect';
import { poll } from './poll';

const VERSION = '1.8.0';

/** An S3 server over a folder, a single Go binary with conditional writes. */
export const S3_SERVER: ServerKind = {
  title: 'S3 server (versitygw)',
  variable: 'VERSITYGW_PATH',
  command: 'versitygw',
  kept: `versitygw-${VERSION}`,
  ways: [goInstall('github.com/versity/versitygw/cmd/versitygw', VERSION)],
};

const KEY = { accessKeyId: 'test', secretAccessKey: 'test-secret' };
const REGION = 'us-east-1';

/** An S3 server on loopback, known to this process by its environment; it keeps what it holds over a stop. */
export class S3Server {
  private child: ChildProcess | undefined;
  readonly client: S3Client;

  private constructor(
    readonly endpoint: string,
    private readonly folder: string,
  ) {
    Object.assign(process.env, this.environment);
    this.client = connectS3();
  }

  static async start(): Promise<S3Server> {
    const folder = await mkdtemp(join(tmpdir(), 'rectify-s3-'));
    await Promise.all(['objects', 'metadata'].map((name) => mkdir(join(folder, name))));
    const endpoint = `http://${LOOPBACK}:${await portOrFree(undefined)}`;
    const server = new S3Server(endpoint, folder);
    await server.start();
    return server;
  }

  /** What a process needs to reach it. */
  get environment(): Record<string, string> {
    return {
      AWS_ENDPOINT_URL_S3: this.endpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: KEY.accessKeyId,
      AWS_SECRET_ACCESS_KEY: KEY.secretAccessKey,
    };
  }

  async start(): Promise<void> {
    const executable = process.env.VERSITYGW_PATH;
    if (!executable) throw new Error('the S3 server was not found; see tests/support/find-s3.ts');
    const { host } = new URL(this.endpoint);
    const place = ['--sidecar', join(this.folder, 'metadata'), join(this.folder, 'objects')];
    this.child = spawn(executable, ['--quiet', '--port', host, 'posix', ...place], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ROOT_ACCESS_KEY: KEY.accessKeyId, ROOT_SECRET_KEY: KEY.secretAccessKey },
    });
    const words = lastLines(
      5,
      [this.child.stdout, this.child.stderr].filter((stream) => stream !== null),
    );
    await once(this.child, 'spawn');
    if (this.child.pid !== undefined) this.child.once('exit', endsWithParent(this.child.pid));
    const answers = () => fetch(this.endpoint).then(({ status }) => status > 0);
    await poll('the S3 server', answers).catch((error: unknown) => {
      throw new Error(`the S3 server does not answer: ${words.text('\n')}`, { cause: error });
    });
  }

  /** Unreachable from now on, whatever is going on. */
  async stop(): Promise<void> {
    if (this.child) await stopChild(this.child, 0);
  }

  async close(): Promise<void> {
    await this.stop();
    this.client.destroy();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** An empty bucket. */
  async bucket(): Promise<string> {
    const Bucket = `test-${randomUUID()}`;
    await this.client.send(new CreateBucketCommand({ Bucket }));
    return Bucket;
  }

  /** The folder in which the server keeps the objects of a bucket, each under its key. */
  folderOf(bucket: string): string {
    return join(this.folder, 'objects', bucket);
  }
}
