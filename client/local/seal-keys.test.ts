import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SealKeys, Seals } from '../../domain/identity/seal';
import { ensureSealKeys, rotateSealKeys } from './seal-keys';

let folder = '';
const file = () => path.join(folder, 'secrets', 'seal-keys');
const seals = async () => new Seals(SealKeys.parse(await readFile(file(), 'utf8')));

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rectify-seals-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a file of keys is made once, for its owner alone', async () => {
  expect(await ensureSealKeys(file())).toMatchObject({ changed: true });
  const text = await readFile(file(), 'utf8');
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  expect(await ensureSealKeys(file())).toMatchObject({ changed: false });
  expect(await readFile(file(), 'utf8')).toBe(text);
});

test('what holds something else is left as it is', async () => {
  await ensureSealKeys(file());
  await writeFile(file(), 'k1 mistyped');
  await expect(ensureSealKeys(file())).rejects.toThrow('holds something other');
  await expect(rotateSealKeys(file())).rejects.toThrow('holds something other');
  expect(await readFile(file(), 'utf8')).toBe('k1 mistyped');
});

test('after each rotation workers from before open what is sealed now, and the other way round', async () => {
  await ensureSealKeys(file());
  let before = await seals();
  for (let turn = 0; turn < 3; turn += 1) {
    const { seals: id } = await rotateSealKeys(file());
    const after = await seals();
    const [sealedBefore, sealedAfter] = [before.make('posts', turn), after.make('posts', turn)];
    expect(sealedAfter).toMatch(new RegExp(`^${id}\\.`));
    expect(before.isGood(sealedAfter, 'posts', turn)).toBe(true);
    expect(after.isGood(sealedBefore, 'posts', turn)).toBe(true);
    before = after;
  }
});

test('a rotation of a file that is not there makes it', async () => {
  const { seals: first, next, opens } = await rotateSealKeys(file());
  expect(opens).toEqual([]);
  const again = await rotateSealKeys(file());
  expect(again.seals).toBe(next);
  expect(again.opens).toEqual([first]);
});
