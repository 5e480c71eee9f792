import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { failureOf, scratchFolder, scratchStore } from '../../../testing/store';
import { lookAt, storeEvidence } from './store-evidence';
import { Trouble } from '../trouble/trouble';

test('a file is looked at for size and media type, and kept under its hash', async () => {
  const { store } = await scratchStore();
  const path = join(await scratchFolder(), '清点清单.pdf');
  await writeFile(path, '%PDF-1.7\n99 部');
  const sha512 = createHash('sha512').update('%PDF-1.7\n99 部').digest('hex');
  expect(await lookAt(path)).toEqual({ size: 15, mediaType: 'application/pdf' });
  expect(await store.list('')).toEqual([]);
  const stored = await storeEvidence(store, path);
  expect(stored).toEqual({ sha512, size: 15 });
  expect(await store.statEvidence(stored.sha512)).toBe(15);
});

test.each([
  ['missing', (folder: string) => Promise.resolve(join(folder, 'nothing.pdf'))],
  ['missing', async (folder: string) => (await writeFile(join(folder, 'f'), 'x'), join(folder, 'f', 'g'))],
  ['folder', async (folder: string) => (await mkdir(join(folder, 'd')), join(folder, 'd'))],
  ['empty', async (folder: string) => (await writeFile(join(folder, 'e.pdf'), ''), join(folder, 'e.pdf'))],
])('what is %s is refused before anything is stored', async (fault, made) => {
  const path = await made(await scratchFolder());
  const error = await failureOf(lookAt(path));
  expect(error).toBeInstanceOf(Trouble);
  expect(error).toMatchObject({ detail: { type: 'bad-file', fault, path } });
});
