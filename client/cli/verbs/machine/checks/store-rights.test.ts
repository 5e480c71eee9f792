import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { scratchStore } from '../../../../../testing/store';
import { checkStore, checkStoreRights } from '.';

const here = (url: string) => ({ STORE: url });

test('doctor names the folders of a store that others could write, with their modes', async () => {
  const { store, root, url } = await scratchStore();
  await chmod(root, 0o750);
  await store.put('mail/yi/1.json', Buffer.from('{}'));
  expect(await checkStoreRights(here(url), 'en')).toEqual({ name: 'store-rights', ok: true });
  await chmod(join(root, 'mail'), 0o777);
  await chmod(root, 0o755);
  expect(await checkStoreRights(here(url), 'en')).toEqual({
    name: 'store-rights',
    ok: false,
    found: '. 0755 · mail 0777',
  });
});

test.each([
  ['en', 'look at its policies yourself'],
  ['zh-CN', '请自行核对'],
] as const)('of a bucket it says in %s that its policies must be looked at', async (language, said) => {
  const check = await checkStoreRights(here('s3://bucket/prefix'), language);
  expect(check).toMatchObject({ name: 'store-rights', ok: true });
  expect(check.found).toContain(said);
});

test('a store that can be written is found so', async () => {
  const { url } = await scratchStore();
  expect(await checkStore(here(url), 'en')).toEqual({ name: 'store', ok: true, found: url });
});
