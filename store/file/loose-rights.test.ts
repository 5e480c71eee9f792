import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { openStore } from '../open';
import { scratchFolder } from '../../testing/store';
import { looseRights } from './loose-rights';

let root: string;
beforeEach(async () => {
  root = join(await scratchFolder(), 'store');
  const store = await openStore(pathToFileURL(root).href);
  await store.put('mail/yi/1.json', Buffer.from('{}'));
  await store.put('bags/2021-03/1.2/a', Buffer.from('a'));
  await store.put('rounds/2021-03/plan.json', Buffer.from('{}'));
  await store.putEvidence(Readable.from(['佐证']));
});

test('a store that has just been made gives nothing away, nor does one as the manual says', async () => {
  expect(await looseRights(root)).toEqual([]);
  for (const folder of ['', 'mail', 'bags', 'rounds', '.incoming']) await chmod(join(root, folder), 0o2750);
  for (const folder of ['evidence', 'evidence/.incoming']) await chmod(join(root, folder), 0o3770);
  expect(await looseRights(root)).toEqual([]);
});

test.each([
  ['', 0o755, '. 0755'],
  ['', 0o770, '. 0770'],
  ['mail', 0o777, 'mail 0777'],
  ['mail', 0o770, 'mail 0770'],
  ['bags', 0o752, 'bags 0752'],
  ['rounds', 0o1770, 'rounds 01770'],
  ['.incoming', 0o2770, '.incoming 02770'],
  ['evidence', 0o2770, 'evidence 02770'],
  ['evidence', 0o3777, 'evidence 03777'],
  ['evidence/.incoming', 0o770, 'evidence/.incoming 0770'],
])('the folder "%s" of mode %o is named', async (folder, mode, named) => {
  await chmod(join(root, folder), mode);
  expect(await looseRights(root)).toEqual([named]);
});

test('several are named together, and one that is not there is not', async () => {
  await rm(join(root, 'rounds'), { recursive: true });
  await chmod(join(root, 'mail'), 0o777);
  await chmod(join(root, 'evidence'), 0o777);
  expect(await looseRights(root)).toEqual(['mail 0777', 'evidence 0777']);
  await mkdir(join(root, 'rounds'), { mode: 0o750 });
  expect(await looseRights(root)).toHaveLength(2);
});
