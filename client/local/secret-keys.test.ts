import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SealKeys, Seals } from '../../domain/identity/seal';
import { ensureSecretKeys, rotateSecretKeys } from './secret-keys';

let folder = '';
const file = () => path.join(folder, 'secrets', 'seal-keys');
const seals = async () => new Seals(SealKeys.parse(await readFile(file(), 'utf8')));

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rectify-seals-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a file of keys is made once, for its owner alone', async () => {
  expect(await ensureSecretKeys(file(), 'seals')).toMatchObject({ changed: true });
  const text = await readFile(file(), 'utf8');
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  expect(await ensureSecretKeys(file(), 'seals')).toMatchObject({ changed: false });
  expect(await readFile(file(), 'utf8')).toBe(text);
});

test('what holds something else is left as it is', async () => {
  await ensureSecretKeys(file(), 'seals');
  await writeFile(file(), 'k1 mistyped');
  await expect(ensureSecretKeys(file(), 'seals')).rejects.toThrow('holds something other');
  await expect(rotateSecretKeys(file(), 'seals')).rejects.toThrow('holds something other');
  expect(await readFile(file(), 'utf8')).toBe('k1 mistyped');
});

test('after each rotation workers from before open what is sealed now, and the other way round', async () => {
  await ensureSecretKeys(file(), 'seals');
  let before = await seals();
  for (let turn = 0; turn < 3; turn += 1) {
    const { inUse: id } = await rotateSecretKeys(file(), 'seals');
    const after = await seals();
    const [sealedBefore, sealedAfter] = [before.make('posts', turn), after.make('posts', turn)];
    expect(sealedAfter).toMatch(new RegExp(`^${id}\\.`));
    expect(before.isGood(sealedAfter, 'posts', turn)).toBe(true);
    expect(after.isGood(sealedBefore, 'posts', turn)).toBe(true);
    before = after;
  }
});

test('a rotation of a file that is not there makes it', async () => {
  const { inUse: first, next, opens } = await rotateSecretKeys(file(), 'seals');
  expect(opens).toEqual([]);
  const again = await rotateSecretKeys(file(), 'seals');
  expect(again.inUse).toBe(next);
  expect(again.opens).toEqual([first]);
});

test.each([
  ['seals', 'know their own messages'],
  ['payloads', 'what is kept in Temporal is encrypted'],
] as const)('a file of keys for %s says what it is for', async (use, said) => {
  await ensureSecretKeys(file(), use);
  expect(await readFile(file(), 'utf8')).toContain(said);
  await rotateSecretKeys(file(), use);
  expect(await readFile(file(), 'utf8')).toContain(said);
});
