import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { StoreMissing } from '../store/errors';
import { isName } from '../store/name';
import type { FolderReader, Store } from '../store/store';
import { openStore } from '../store/open';

const made: string[] = [];

afterAll(() => Promise.all(made.splice(0).map((path) => rm(path, { recursive: true, force: true }))));

/** An empty folder of its own for a test. */
export const scratchFolder = async (): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'rectify-store-'));
  made.push(path);
  return path;
};

/** A store on files of its own for a test, and the folder it lives in. */
export const scratchStore = async (): Promise<{ store: Store; root: string; url: string }> => {
  const root = join(await scratchFolder(), 'store');
  await mkdir(root);
  const url = pathToFileURL(root).href;
  return { store: await openStore(url), root, url };
};

/** Where a store on files keeps what is unfinished. */
export const INCOMING = ['.incoming', 'evidence/.incoming'];

/** What is unfinished in a store on files, by paths in it. */
export const unfinished = async (root: string): Promise<string[]> => {
  const folders = INCOMING.map(async (folder) => {
    const entries = await readdir(join(root, folder)).catch(() => []);
    return entries.map((entry) => `${folder}/${entry}`);
  });
  return (await Promise.all(folders)).flat();
};

/** What an action fails with. */
export const failureOf = async (action: Promise<unknown>): Promise<unknown> => {
  try {
    await action;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
};

/** The content of every file of a folder, by path. */
export type Files = ReadonlyMap<string, Buffer>;

export const filesIn = async (folder: FolderReader): Promise<Files> => {
  const files = new Map<string, Buffer>();
  for (const path of await folder.files()) files.set(path, await buffer(await folder.open(path)));
  return files;
};

/** A folder in memory, to be changed in every possible way without a disk. */
export const folderOf = (files: Files): FolderReader => ({
  files: () => Promise.resolve([...files.keys()].sort()),
  open: (path) => {
    const content = files.get(path);
    return content ? Promise.resolve(Readable.from([content])) : Promise.reject(new StoreMissing(path));
  },
});

const part = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 }).filter((text) => {
  return isName(text) && !text.includes('/');
});

/** Any name of the store. */
export const anyName = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

const clashes = (a: string, b: string): boolean => b.toLowerCase().startsWith(`${a.toLowerCase()}/`);

/** Any files that can be in one folder, also where upper and lower case are the same. */
export const anyFiles = fc
  .uniqueArray(fc.tuple(anyName, fc.uint8Array({ maxLength: 300 })), {
    selector: ([name]) => name.toLowerCase(),
    minLength: 1,
    maxLength: 8,
  })
  .filter((files) => !files.some(([a]) => files.some(([b]) => clashes(a, b))));
