import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StoreUrlError } from './errors';
import { openStore } from './store';
import { failureOf, scratchFolder } from './test-support';

describe('the URL of a store', () => {
  test('names a folder, which is made with all above it', async () => {
    const root = join(await scratchFolder(), 'a b', '归档');
    const opened = await openStore(pathToFileURL(root).href);
    await opened.put('one', Buffer.from('1'));
    expect(opened.locate('one')).toBe(join(await realpath(root), 'one'));
  });

  test('that is none is refused', async () => {
    expect(await failureOf(openStore('https://example.org/store'))).toBeInstanceOf(StoreUrlError);
  });
});
