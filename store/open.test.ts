import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StoreUrlError } from './errors';
import { findStore, openStore } from './open';
import { failureOf, scratchFolder, scratchStore } from '../testing/store';

describe('a store that is only looked for', () => {
  test('is never made: a folder whose disk is not mounted would be taken for one', async () => {
    const root = await scratchFolder();
    for (const path of [root, join(root, 'gone')]) {
      const found = findStore(pathToFileURL(path).href);
      for (const act of [
        () => found.then((store) => store.check()),
        () => found.then((store) => store.put('a', Buffer.from('1'))),
        () => found.then((store) => store.putEvidence(__filename)),
        () => found.then((store) => store.get('a')),
      ])
        expect(await failureOf(act())).toMatchObject({ name: 'StoreFault', kind: 'gone' });
    }
    expect(await readdir(root)).toEqual([]);
  });

  test('is found where it was made', async () => {
    const { store, url } = await scratchStore();
    await store.put('a', Buffer.from('1'));
    const found = await findStore(url);
    await found.check();
    expect(await found.get('a')).toEqual(Buffer.from('1'));
  });
});

describe('the URL of a store', () => {
  test('names a folder, which is made with all above it', async () => {
    const root = join(await scratchFolder(), 'a b', '归档');
    const opened = await openStore(pathToFileURL(root).href);
    await opened.put('one', Buffer.from('1'));
    expect(opened.locate('one')).toBe(join(await realpath(root), 'one'));
  });

  test('that is not valid is refused', async () => {
    expect(await failureOf(openStore('https://example.org/store'))).toBeInstanceOf(StoreUrlError);
  });
});
