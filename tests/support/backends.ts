import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ListMultipartUploadsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { walk } from '../../store/file/disk-folder';
import { SIGN } from '../../store/name';
import type { Store } from '../../store/store';
import { openStore } from '../../store/open';
import { INCOMING, scratchStore } from '../../testing/store';
import { S3Server } from './s3-server';

/** A store of its own for a test, and ways past it to what it keeps. */
export type Scratch = {
  store: Store;
  url: string;
  /** Writes over a file behind the store's back. */
  tamper: (name: string, content: string) => Promise<void>;
  /** What lies there that is neither a file nor a folder of the store. */
  unfinished: () => Promise<string[]>;
  /** Makes all that lies there look as if it had been written so long ago, in milliseconds. */
  age: (ms: number) => Promise<void>;
};

/** A kind of store; the same tests hold for each. */
export type Backend = { title: string; scratch: () => Promise<Scratch> };

const ageAll = async (root: string, ms: number): Promise<void> => {
  const then = new Date(Date.now() - ms);
  for (const path of await walk(root)) {
    await utimes(join(root, path), then, then);
    await utimes(dirname(join(root, path)), then, then);
  }
};

const onFiles: Backend = {
  title: 'on files',
  scratch: async () => {
    const { store, root, url } = await scratchStore();
    return {
      store,
      url,
      tamper: (name, content) => writeFile(join(root, name), content),
      unfinished: async () => (await Promise.all(INCOMING.map((folder) => walk(join(root, folder))))).flat(),
      age: (ms) => ageAll(root, ms),
    };
  },
};

let server: Promise<S3Server> | undefined;

/** The server of this test file, started for the first test that needs it. */
export const s3Server = (): Promise<S3Server> => (server ??= S3Server.start());

afterAll(async () => {
  await (await server)?.close();
});

const SEAL = '/.folder';

/** Where the files of sealed folders lie. */
const sealedIn = (root: string, paths: readonly string[]): Promise<string[]> => {
  const seals = paths.filter((path) => path.endsWith(SEAL));
  return Promise.all(
    seals.map(async (seal) => {
      const { files } = JSON.parse(await readFile(join(root, seal), 'utf8')) as { files: string };
      return `${seal.slice(0, -SEAL.length)}/${files}/`;
    }),
  );
};

/** Objects of folders that were not sealed, and objects that have not come to their end. */
const unfinishedIn = async ({ client }: S3Server, Bucket: string, root: string): Promise<string[]> => {
  const paths = await walk(root);
  const sealed = await sealedIn(root, paths);
  const isUnfinished = (path: string) =>
    path.includes('/.') &&
    !path.endsWith(SEAL) &&
    !path.endsWith(SIGN) &&
    !sealed.some((folder) => path.startsWith(folder));
  const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket }));
  return [...paths.filter(isUnfinished), ...Uploads.map(({ Key = '' }) => Key)];
};

const onS3: Backend = {
  title: 'on S3',
  scratch: async () => {
    const s3 = await s3Server();
    const bucket = await s3.bucket();
    const url = `s3://${bucket}/office/2021`;
    const store = await openStore(url);
    const root = join(s3.folderOf(bucket), 'office/2021');
    await mkdir(root, { recursive: true });
    return {
      store,
      url,
      tamper: async (name, content) => {
        const object = { Bucket: bucket, Key: `office/2021/${name}`, Body: Buffer.from(content) };
        await s3.client.send(new PutObjectCommand(object));
      },
      unfinished: () => unfinishedIn(s3, bucket, root),
      age: (ms) => ageAll(root, ms),
    };
  },
};

export const BACKENDS: readonly Backend[] = [onFiles, onS3];
