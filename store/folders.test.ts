import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import fc from 'fast-check';
import { BACKENDS } from '../tests/support/backends';
import { StoreConflict, StoreMissing, StoreNameError } from './errors';
import type { FolderEntry } from './store';
import { openStore } from './open';
import { anyFiles, failureOf } from '../testing/store';

const entry = (path: string, content = path): FolderEntry => ({ path, content: Buffer.from(content) });
const streamed = (path: string): FolderEntry => ({
  path,
  content: () => Promise.resolve(Readable.from([Buffer.from(path)])),
});

describe.each(BACKENDS)('a store $title', ({ scratch }) => {
  describe('a folder', () => {
    test('is read back as it was put', async () => {
      await fc.assert(
        fc.asyncProperty(anyFiles, async (files) => {
          const { store } = await scratch();
          await store.putFolder(
            'bags/2021-03/1.2',
            files.map(([path, content]) => ({ path, content })),
          );
          const folder = await store.folder('bags/2021-03/1.2');
          expect(await folder.files()).toEqual(files.map(([path]) => path).sort());
          for (const [path, content] of files)
            expect(await buffer(await folder.open(path))).toEqual(Buffer.from(content));
        }),
        { numRuns: 20 },
      );
    });

    test('may be made of streams, each opened when its turn comes', async () => {
      const { store } = await scratch();
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

    test('is not written if anything is under its name', async () => {
      const { store } = await scratch();
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
      const { store, unfinished } = await scratch();
      expect(await failureOf(store.putFolder('f', entries))).toBeInstanceOf(StoreConflict);
      expect(await store.has('f')).toBe(false);
      expect(await unfinished()).toEqual([]);
    });

    test.each(['../out', '/out', 'a//b', '.hidden'])(
      'is not written at all with an entry %p',
      async (path) => {
        const { store } = await scratch();
        const error = await failureOf(store.putFolder('f', [entry('good'), entry(path)]));
        expect(error).toBeInstanceOf(StoreNameError);
        expect(await store.list('')).toEqual([]);
      },
    );

    test('is not written at all if a stream breaks, and leaves nothing behind', async () => {
      const { store, unfinished } = await scratch();
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
      expect(await unfinished()).toEqual([]);
    });

    test('is written once when two write it at the same time', async () => {
      const { store, unfinished } = await scratch();
      const outcomes = await Promise.allSettled([
        store.putFolder('f', [entry('a', '1'), entry('b', '1')]),
        store.putFolder('f', [entry('a', '2'), entry('b', '2')]),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const folder = await store.folder('f');
      expect(await text(await folder.open('a'))).toBe(await text(await folder.open('b')));
      expect(await unfinished()).toEqual([]);
    });
  });

  describe('what a killed writer left', () => {
    /** Stops for ever in the middle of a folder, as a killed process does. */
    const killedWriter = async (url: string, name: string): Promise<void> => {
      const other = await openStore(url);
      await new Promise<void>((reached) => {
        const entries = async function* (): AsyncGenerator<FolderEntry> {
          yield entry('bagit.txt', 'half-written');
          yield entry('data/item.json', 'half-written');
          reached();
          await new Promise(() => undefined);
        };
        void other.putFolder(name, entries());
      });
    };

    test('is no folder, nor any part of one', async () => {
      const { store, url, unfinished } = await scratch();
      await killedWriter(url, 'bags/1.1');
      expect(await unfinished()).toHaveLength(2);
      for (const name of ['bags/1.1', 'bags/1.1/bagit.txt', 'bags/1.1/data'])
        expect(await store.has(name)).toBe(false);
      expect(await store.list('')).toEqual([]);
      expect(await failureOf(store.folder('bags/1.1'))).toBeInstanceOf(StoreMissing);
      expect(await failureOf(store.get('bags/1.1/bagit.txt'))).toBeInstanceOf(StoreMissing);
    });

    test('does not hinder who writes the folder again, and is no part of it', async () => {
      const { store, url } = await scratch();
      await killedWriter(url, 'bags/1.1');
      await store.putFolder('bags/1.1', [entry('other')]);
      expect(await store.list('')).toEqual(['bags/1.1/other']);
      expect(await (await store.folder('bags/1.1')).files()).toEqual(['other']);
    });

    test('is swept a day later, and nothing else is', async () => {
      const { store, url, unfinished, age } = await scratch();
      await store.putFolder('bags/1.2', [entry('a')]);
      await killedWriter(url, 'bags/1.1');
      await killedWriter(url, 'bags/1.3');
      await age(25 * 3_600_000);
      await (await openStore(url)).putFolder('bags/1.1', [entry('b')]);
      expect((await unfinished()).filter((path) => path.startsWith('bags/1.1'))).toEqual([]);
      expect(await store.list('')).toEqual(['bags/1.1/b', 'bags/1.2/a']);
    });
  });

  test('knows the files of a folder by their own names, too', async () => {
    const { store } = await scratch();
    await store.putFolder('bags/1.1', [entry('data/a/1'), entry('data/b')]);
    expect(await store.get('bags/1.1/data/a/1')).toEqual(Buffer.from('data/a/1'));
    const names = ['bags', 'bags/1.1', 'bags/1.1/data', 'bags/1.1/data/b', 'bags/1.1/none', 'bags/1.2'];
    expect(await Promise.all(names.map((name) => store.has(name)))).toEqual([
      ...[true, true, true, true],
      ...[false, false],
    ]);
    expect(await store.list('bags/1.1/data', { from: 'bags/1.1/data/a/1' })).toEqual(['bags/1.1/data/b']);
    expect(await (await store.folder('bags/1.1/data')).files()).toEqual(['a/1', 'b']);
    for (const name of ['bags', 'bags/1.1/data', 'bags/1.1/data/b'])
      expect(await failureOf(store.putFolder(name, [entry('a')]))).toBeInstanceOf(StoreConflict);
  });

  test('opens nothing outside a folder', async () => {
    const { store } = await scratch();
    await store.put('secret', Buffer.from('secret'));
    await store.putFolder('bags/1.1', [entry('a')]);
    const folder = await store.folder('bags/1.1');
    for (const path of ['../../secret', '../1.1/a', '/secret', 'none', ''])
      expect(await failureOf(folder.open(path))).toBeInstanceOf(StoreMissing);
  });
});
