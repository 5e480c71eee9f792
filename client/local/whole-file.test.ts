import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readIfThere, replaceFile } from './whole-file';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rectify-whole-'));
  file = join(folder, 'trust.yaml');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a file that is not there has no text; one that cannot be read is an error', async () => {
  expect(await readIfThere(file)).toBeUndefined();
  await mkdir(file);
  await expect(readIfThere(file)).rejects.toMatchObject({ code: 'EISDIR' });
});

test('a text takes the place of the one before and leaves nothing else', async () => {
  for (const text of ['甲', '乙']) {
    await replaceFile(file, text);
    expect(await readIfThere(file)).toBe(text);
  }
  expect(await readdir(folder)).toEqual(['trust.yaml']);
});

test('what only its owner may read is so whatever the file before was', async () => {
  await writeFile(file, '甲');
  await chmod(file, 0o644);
  await replaceFile(file, '乙', 0o600);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('what cannot be put in its place leaves what was there, and no draft', async () => {
  await mkdir(file);
  await writeFile(join(file, 'within'), '甲');
  await expect(replaceFile(file, '乙')).rejects.toMatchObject({ code: expect.any(String) as string });
  expect(await readFile(join(file, 'within'), 'utf8')).toBe('甲');
  expect(await readdir(folder)).toEqual(['trust.yaml']);
});
