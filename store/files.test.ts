import fc from 'fast-check';
import { BACKENDS } from '../tests/support/backends';
import { StoreConflict, StoreMissing, StoreNameError } from './errors';
import { anyFiles, failureOf } from '../testing/store';

const bytes = (text: string): Buffer => Buffer.from(text);

describe.each(BACKENDS)('a store $title', ({ scratch }) => {
  describe('a stored file', () => {
    test('is read back as it was put, under any name', async () => {
      await fc.assert(
        fc.asyncProperty(anyFiles, async (files) => {
          const { store } = await scratch();
          for (const [name, content] of files) await store.put(name, content);
          for (const [name, content] of files) expect(await store.get(name)).toEqual(Buffer.from(content));
          expect(await store.list('')).toEqual(files.map(([name]) => name).sort());
        }),
        { numRuns: 25 },
      );
    });

    test('may be put again with the same content', async () => {
      const { store, unfinished } = await scratch();
      await store.put('mail/zhang/1.json', bytes('same'));
      await store.put('mail/zhang/1.json', bytes('same'));
      expect(await unfinished()).toEqual([]);
    });

    test('is never replaced by another content', async () => {
      const { store, unfinished } = await scratch();
      await store.put('a', bytes('first'));
      const error = await failureOf(store.put('a', bytes('second')));
      expect(error).toBeInstanceOf(StoreConflict);
      expect(await store.get('a')).toEqual(bytes('first'));
      expect(await unfinished()).toEqual([]);
    });

    test('is whole when many put the same at once', async () => {
      const { store } = await scratch();
      const content = Buffer.alloc(300_000, 'x');
      await Promise.all(Array.from({ length: 8 }, () => store.put('deep/er/a', content)));
      expect(await store.get('deep/er/a')).toEqual(content);
    });

    test('is that of one of them when two put different contents at once', async () => {
      const { store } = await scratch();
      const outcomes = await Promise.allSettled([store.put('a', bytes('1')), store.put('a', bytes('2'))]);
      const won = outcomes.findIndex(({ status }) => status === 'fulfilled');
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await store.get('a')).toEqual(bytes(String(won + 1)));
    });

    test('neither replaces a folder nor passes for one', async () => {
      const { store } = await scratch();
      await store.put('a/b', bytes(''));
      expect(await failureOf(store.put('a', bytes('')))).toBeInstanceOf(StoreConflict);
      expect(await failureOf(store.put('a/b/c', bytes('')))).toBeInstanceOf(StoreConflict);
    });
  });

  describe('what does not belong where it lies', () => {
    test('is moved, whether it is a file or a folder, and its name is free again', async () => {
      const { store, unfinished } = await scratch();
      await store.put('mail/zhang/1.json', bytes('{'));
      await store.put('mail/zhang/2.json/x', bytes('x'));
      await store.move('mail/zhang/1.json', 'mail/zhang/aside/1.json.a');
      await store.move('mail/zhang/2.json', 'mail/zhang/aside/2.json.b');
      expect(await store.list('')).toEqual(['mail/zhang/aside/1.json.a', 'mail/zhang/aside/2.json.b/x']);
      expect(await store.get('mail/zhang/aside/1.json.a')).toEqual(bytes('{'));
      for (const name of ['mail/zhang/1.json', 'mail/zhang/2.json']) {
        expect(await store.has(name)).toBe(false);
        await store.put(name, bytes('{}'));
      }
      expect(await unfinished()).toEqual([]);
    });

    test('goes to a free name only, and must be there', async () => {
      const { store } = await scratch();
      await store.put('a', bytes('1'));
      await store.put('b', bytes('2'));
      for (const taken of ['b', 'b/c'])
        expect(await failureOf(store.move('a', taken))).toBeInstanceOf(StoreConflict);
      expect(await failureOf(store.move('none', 'c'))).toBeInstanceOf(StoreMissing);
      expect(await failureOf(store.move('a', '../c'))).toBeInstanceOf(StoreNameError);
      expect(await store.list('')).toEqual(['a', 'b']);
      expect(await store.get('b')).toEqual(bytes('2'));
    });
  });

  describe('what is not there', () => {
    test('is missed by name', async () => {
      const { store } = await scratch();
      await store.put('folder/file', bytes(''));
      for (const name of ['none', 'none/at/all', 'folder', 'folder/file/below'])
        expect(await failureOf(store.get(name))).toBeInstanceOf(StoreMissing);
      expect(await failureOf(store.folder('folder/file'))).toBeInstanceOf(StoreMissing);
    });

    test('is told from what is', async () => {
      const { store } = await scratch();
      await store.put('folder/file', bytes(''));
      expect(
        await Promise.all(['folder', 'folder/file', 'fold', 'x/y'].map((name) => store.has(name))),
      ).toEqual([true, true, false, false]);
    });
  });

  describe('a list', () => {
    test('gives the names under a folder in order, after a given one', async () => {
      const { store } = await scratch();
      const names = ['mail/li/3', 'mail/zhang/1', 'mail/zhang/10', 'mail/zhang/2', 'mail/zhang2/1'];
      for (const name of names) await store.put(name, bytes(name));
      expect(await store.list('mail/zhang')).toEqual(['mail/zhang/1', 'mail/zhang/10', 'mail/zhang/2']);
      expect(await store.list('mail/zhang', { from: 'mail/zhang/10' })).toEqual(['mail/zhang/2']);
      expect(await store.list('mail/zhang', { from: 'mail/zhang/11' })).toEqual(['mail/zhang/2']);
      expect(await store.list('')).toEqual(names);
    });

    test('of a folder that is not there is empty', async () => {
      const { store } = await scratch();
      expect(await store.list('mail/nobody')).toEqual([]);
    });
  });

  describe('no way leads out of the store', () => {
    test('by a name', async () => {
      const { store } = await scratch();
      for (const name of ['../x', '/etc/hostname', 'a/../../x', '', 'a\\b', '.incoming/x'])
        for (const action of [
          store.put(name, bytes('')),
          store.get(name),
          store.has(name),
          store.folder(name),
          store.putFolder(name, []),
        ])
          expect(await failureOf(action)).toBeInstanceOf(StoreNameError);
      expect(await failureOf(store.list('..'))).toBeInstanceOf(StoreNameError);
    });
  });
});
