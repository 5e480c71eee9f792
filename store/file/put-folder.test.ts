import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { StoreConflict, StoreNameError } from '../errors';
import type { FolderEntry } from '../store';
import { openStore } from '../store';
import { anyFiles, failureOf, scratchStore, unfinished } from '../test-support';

const entry = (path: string, content = path): FolderEntry => ({ path, content: Buffer.from(content) });
const streamed = (path: string): FolderEntry => ({
  path,
  content: () => Promise.resolve(Readable.from([Buffer.from(path)])),
});

describe('a folder', () => {
  test('is read back as it was put', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, async (files) => {
        const { store } = await scratchStore();
        await store.putFolder(
          'bags/2021-03/1.2',
          files.map(([path, content]) => ({ path, content })),
        );
        const folder = await store.folder('bags/2021-03/1.2');
        expect(await folder.files()).toEqual(files.map(([path]) => path).sort());
        for (const [path, content] of files)
          expect(await Readable.prototype.toArray.call(await folder.open(path))).toEqual(
            content.length === 0 ? [] : [Buffer.from(content)],
          );
      }),
      { numRuns: 20 },
    );
  });

  test('may be made of streams, each opened when its turn comes', async () => {
    const { store } = await scratchStore();
    const order: string[] = [];
    const watched = (path: string): FolderEntry => ({
      path,
      content: () => {
        order.push(`open ${path}`);
        return Promise.resolve(
          (function* () {
            yield Buffer.from(path);
            order.push(`end ${path}`);
          })(),
        ).then((content) => Readable.from(content));
      },
    });
    await store.putFolder('f', [watched('a'), watched('b/c')]);
    expect(order).toEqual(['open a', 'end a', 'open b/c', 'end b/c']);
    expect(await text(await (await store.folder('f')).open('b/c'))).toBe('b/c');
  });

  test('is not written if anything stands under its name', async () => {
    const { store } = await scratchStore();
    await store.put('file', Buffer.from(''));
    await store.putFolder('folder', [entry('a')]);
    for (const name of ['file', 'folder'])
      expect(await failureOf(store.putFolder(name, [entry('b')]))).toBeInstanceOf(StoreConflict);
    expect(await (await store.folder('folder')).files()).toEqual(['a']);
  });

  test.each<[string, FolderEntry[]]>([
    ['a path twice', [entry('a'), entry('a', 'other')]],
    ['a file in the way of a folder', [entry('a'), entry('a/b')]],
    ['a folder in the way of a file', [streamed('a/b'), streamed('a')]],
  ])('is not written at all with %s', async (_, entries) => {
    const { store, root } = await scratchStore();
    expect(await failureOf(store.putFolder('f', entries))).toBeInstanceOf(StoreConflict);
    expect(await store.has('f')).toBe(false);
    expect(await unfinished(root)).toEqual([]);
  });

  test.each(['../out', '/out', 'a//b', '.hidden'])('is not written at all with an entry %p', async (path) => {
    const { store } = await scratchStore();
    const error = await failureOf(store.putFolder('f', [entry('good'), entry(path)]));
    expect(error).toBeInstanceOf(StoreNameError);
    expect(await store.list('')).toEqual([]);
  });

  test('is not written at all if a stream breaks, and leaves nothing behind', async () => {
    const { store, root } = await scratchStore();
    const broken: FolderEntry = {
      path: 'b',
      content: () =>
        Promise.resolve(
          new Readable({
            read() {
              this.destroy(new Error('broken'));
            },
          }),
        ),
    };
    await expect(store.putFolder('f', [entry('a'), broken])).rejects.toThrow('broken');
    expect(await store.has('f')).toBe(false);
    expect(await unfinished(root)).toEqual([]);
  });

  test('is written once when two write it at the same time', async () => {
    const { store, root } = await scratchStore();
    const outcomes = await Promise.allSettled([
      store.putFolder('f', [entry('a', '1'), entry('b', '1')]),
      store.putFolder('f', [entry('a', '2'), entry('b', '2')]),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const folder = await store.folder('f');
    expect(await text(await folder.open('a'))).toBe(await text(await folder.open('b')));
    expect(await unfinished(root)).toEqual([]);
  });
});

/** Stops for ever in the middle of a folder, as a killed process does. */
const killedWriter = async (url: string, name: string): Promise<void> => {
  const store = await openStore(url);
  await new Promise<void>((reached) => {
    const entries = async function* (): AsyncGenerator<FolderEntry> {
      yield entry('first', 'half-written');
      reached();
      await new Promise(() => undefined);
    };
    void store.putFolder(name, entries());
  });
};

describe('what a killed writer left', () => {
  test('is swept by the next who writes the same folder', async () => {
    const { store, root } = await scratchStore();
    const { href } = pathToFileURL(root);
    await killedWriter(href, 'bags/1.1');
    await killedWriter(href, 'bags/1.2');
    expect(await unfinished(root)).toHaveLength(2);
    await store.putFolder('bags/1.1', [entry('a')]);
    expect(await unfinished(root)).toHaveLength(1);
    expect(await store.list('')).toEqual(['bags/1.1/a']);
  });

  test('can no longer be finished by a writer who was only slow', async () => {
    const { store, root } = await scratchStore();
    const slow = (await openStore(pathToFileURL(root).href)).putFolder(
      'f',
      (async function* () {
        yield entry('slow/1');
        await store.putFolder('f', [entry('quick')]);
        yield entry('slow/2');
      })(),
    );
    expect(await failureOf(slow)).toMatchObject({ code: 'ENOENT' });
    expect(await (await store.folder('f')).files()).toEqual(['quick']);
  });

  test('is swept a day later by whoever opens the store', async () => {
    const { root } = await scratchStore();
    const incoming = join(root, '.incoming');
    await mkdir(join(incoming, 'folder~1', 'deep'), { recursive: true });
    await writeFile(join(incoming, 'old~2'), '');
    await writeFile(join(incoming, 'new~3'), '');
    const longAgo = new Date(Date.now() - 25 * 3_600_000);
    for (const name of ['folder~1', 'old~2']) await utimes(join(incoming, name), longAgo, longAgo);
    await openStore(pathToFileURL(root).href);
    expect(await readdir(incoming)).toEqual(['new~3']);
  });

  test('does not hinder who puts a file again', async () => {
    const { store, root } = await scratchStore();
    await mkdir(join(root, '.incoming'));
    await writeFile(join(root, '.incoming', 'half'), 'ha');
    await store.put('a', Buffer.from('half'));
    expect(await store.get('a')).toEqual(Buffer.from('half'));
  });
});
