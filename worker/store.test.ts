import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { scratchStore } from '../testing/store';
import { storeWarnings } from './store';

const warningsOf = (STORE: string) => storeWarnings({ STORE });

test('a worker warns of a store that others can read, and names the folders', async () => {
  const { store, root, url } = await scratchStore();
  await chmod(root, 0o750);
  await store.put('mail/yi/1.json', Buffer.from('{}'));
  expect(await warningsOf(url)).toEqual([]);
  await chmod(root, 0o755);
  await chmod(path.join(root, 'mail'), 0o777);
  const [warning, ...more] = await warningsOf(url);
  expect(warning).toContain('(. 0755, mail 0777)');
  expect(more).toEqual([]);
});

test('of a bucket it says nothing: it does not tell who may read it', async () => {
  expect(await warningsOf('s3://bucket/prefix')).toEqual([]);
});
