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

  test.each([
    ['s3://bucket/prefix', '"s3:" is not known'],
    ['https://example.org/store', '"https:" is not known'],
    ['/var/lib/rectify', 'file:///path'],
    ['file:store', 'file:///path'],
    ['file://host/share', 'file:///path'],
    ['file:///tmp/a?b', 'file:///path'],
    ['', 'file:///path'],
  ])('is refused with a sentence if it is %p', async (url, reason) => {
    const error = await failureOf(openStore(url));
    expect(error).toBeInstanceOf(StoreUrlError);
    expect(String(error)).toContain(reason);
  });
});
