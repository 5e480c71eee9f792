import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { BACKENDS } from '../tests/support/backends';
import { buildProgram } from '../tests/support/program';
import { contentOf, filesOf } from '../tests/support/written';
import { Sha512 } from '../base/ids';
import { checkEvidence } from './evidence';
import type { Store } from './store';
import { openStore } from './open';

let program: string;
beforeAll(async () => {
  program = await buildProgram('store-writer');
});

type Writer = ChildProcessByStdio<null, Readable, Readable>;

/** Starts the writer; by `limit` no file can grow beyond so many KiB or more, as on a disk that is full. */
const startWriter = (url: string, mark: string, limit?: number): Writer => {
  const shell = `${limit === undefined ? '' : `ulimit -f ${limit}; `}exec "$0" "$@"`;
  return spawn('/bin/sh', ['-c', shell, process.execPath, program, url, mark], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: process.env,
  });
};

/** Kills the writer at once when the store has taken so many things from it: their names. */
const killAfter = async (writer: Writer, count: number): Promise<string[]> => {
  const taken: string[] = [];
  const lines = createInterface({ input: writer.stdout });
  lines.on('line', (name) => {
    taken.push(name);
    if (taken.length >= count) writer.kill('SIGKILL');
  });
  await once(lines, 'close');
  return taken;
};

const expectWhole = async (store: Store, name: string): Promise<void> => {
  const [kind, ...rest] = name.split('/');
  const path = rest.join('/');
  if (kind === 'files') expect((await store.get(name)).equals(contentOf(path))).toBe(true);
  if (kind === 'evidence') {
    const sha512 = Sha512.parse(path);
    await checkEvidence(store, { sha512, size: (await store.statEvidence(sha512)) ?? 0 });
  }
  if (kind !== 'bags') return;
  const folder = await store.folder(name);
  expect(await folder.files()).toEqual(['bagit.txt', 'data/1', 'data/2']);
  for (const [file, content] of filesOf(path))
    expect((await buffer(await folder.open(file))).equals(content)).toBe(true);
};

/** The things that a store shows: a folder is one, whatever is in it. */
const shownBy = async (store: Store): Promise<string[]> => [
  ...new Set((await store.list('')).map((name) => name.split('/').slice(0, 2).join('/'))),
];

describe.each(BACKENDS)('a writer to a store $title', ({ scratch }) => {
  test('that is killed while it writes has lost nothing that was taken, and left nothing half done', async () => {
    const { store, url } = await scratch();
    for (let count = 1; count <= 6; count += 1) {
      const taken = await killAfter(startWriter(url, `killed-${count}`), count);
      expect(taken.length).toBeGreaterThanOrEqual(count);
      const shown = await shownBy(store);
      expect(shown).toEqual(expect.arrayContaining(taken));
      for (const name of shown) await expectWhole(store, name);
    }
  });
});

test('a disk that takes only the beginning of a file has none of it afterwards, and the writer is told why', async () => {
  const [onFiles] = BACKENDS;
  const { store, url, unfinished } = (await onFiles?.scratch()) ?? { store: undefined };
  if (!store) throw new Error('There is no store on files.');
  const writer = startWriter(url, 'full', 512);
  const [said] = await Promise.all([text(writer.stderr), killAfter(writer, Infinity)]);
  expect(said).toContain('EFBIG');
  expect(said).toContain('is full or over its quota');
  expect(await store.list('')).toEqual([]);
  expect(await unfinished()).toEqual([]);
  const taken = await killAfter(startWriter(url, 'well'), 3);
  for (const name of taken) await expectWhole(await openStore(url), name);
});
