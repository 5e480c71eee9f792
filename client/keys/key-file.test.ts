import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failureOf, scratchFolder } from '../../testing/store';
import { KEY_FILE_FAULTS, KeyFileError } from './errors';
import { readKeyFile, writeKeyFile } from './key-file';
import { generateKey, secretOf, sign } from './signing-key';

const newPath = async (): Promise<string> => join(await scratchFolder(), 'key.json');

const jsonOf = async (path: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;

const fileWith = async (content: string): Promise<string> => {
  const path = await newPath();
  await writeFile(path, content, { mode: 0o600 });
  return path;
};

describe('a key file', () => {
  test('gives back the key that was written', async () => {
    const [path, key] = [await newPath(), generateKey()];
    await writeKeyFile(path, key);
    const read = await readKeyFile(path);
    expect(read).toMatchObject({ kid: key.kid, x: key.x });
    expect(sign({ a: 1 }, read)).toBe(sign({ a: 1 }, key));
  });

  test('is a JWK that other tools read', async () => {
    const [path, key] = [await newPath(), generateKey()];
    await writeKeyFile(path, key);
    const { kid, x } = key;
    expect(await jsonOf(path)).toEqual({ kty: 'OKP', crv: 'Ed25519', kid, x, d: secretOf(key) });
  });

  test('is for its owner only, and so is the folder that is made for it', async () => {
    const folder = join(await scratchFolder(), 'rectify', 'keys');
    const path = join(folder, 'key.json');
    await writeKeyFile(path, generateKey());
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('is alone: nothing of its making is left', async () => {
    const path = await newPath();
    await writeKeyFile(path, generateKey());
    await failureOf(writeKeyFile(path, generateKey()));
    expect(await readdir(join(path, '..'))).toEqual(['key.json']);
  });

  test('may be reached by a link', async () => {
    const [path, key] = [await newPath(), generateKey()];
    await writeKeyFile(path, key);
    await symlink(path, `${path}.link`);
    expect((await readKeyFile(`${path}.link`)).kid).toBe(key.kid);
  });
});

describe('a key is never overwritten', () => {
  test('by another', async () => {
    const [path, key] = [await newPath(), generateKey()];
    await writeKeyFile(path, key);
    expect(await failureOf(writeKeyFile(path, generateKey()))).toMatchObject({ path, fault: 'exists' });
    expect((await readKeyFile(path)).kid).toBe(key.kid);
  });

  test('by one of several that are written at once', async () => {
    const path = await newPath();
    const keys = Array.from({ length: 8 }, generateKey);
    const ends = await Promise.allSettled(keys.map((key) => writeKeyFile(path, key)));
    const winners = keys.filter((_, n) => ends[n]?.status === 'fulfilled');
    expect(winners.map(({ kid }) => kid)).toEqual([(await readKeyFile(path)).kid]);
  });

  test('also where a link leads nowhere', async () => {
    const path = await newPath();
    await symlink(`${path}.nowhere`, path);
    expect(await failureOf(writeKeyFile(path, generateKey()))).toMatchObject({ fault: 'exists' });
  });
});

describe('with a passphrase', () => {
  test('the secret half is not in the file, and comes back with it only', async () => {
    const [path, key] = [await newPath(), generateKey()];
    await writeKeyFile(path, key, '口令');
    expect(await jsonOf(path)).toMatchObject({ kid: key.kid, x: key.x, sealed: { kdf: 'scrypt' } });
    expect(await readFile(path, 'utf8')).not.toContain(secretOf(key));
    expect(sign({ a: 1 }, await readKeyFile(path, '口令'))).toBe(sign({ a: 1 }, key));
    expect(await failureOf(readKeyFile(path))).toMatchObject({ path, fault: 'passphrase-needed' });
    expect(await failureOf(readKeyFile(path, '口令1'))).toMatchObject({ path, fault: 'wrong-passphrase' });
  });

  test('a file whose public half was exchanged does not open', async () => {
    const [path, { kid, x }] = [await newPath(), generateKey()];
    await writeKeyFile(path, generateKey(), '口令');
    await writeFile(path, JSON.stringify({ ...(await jsonOf(path)), kid, x }));
    expect(await failureOf(readKeyFile(path, '口令'))).toMatchObject({ fault: 'wrong-passphrase' });
  });

  test('an empty one is none', async () => {
    const path = await newPath();
    await writeKeyFile(path, generateKey(), '');
    expect(await jsonOf(path)).toHaveProperty('d');
  });
});

describe('what cannot be read says why:', () => {
  test.each([['key.json'], ['folder/key.json'], ['file/key.json']])('nothing at %s', async (name) => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'file'), '');
    const path = join(folder, name);
    expect(await failureOf(readKeyFile(path))).toMatchObject({ path, fault: 'missing' });
  });

  test.each([[0o644], [0o640], [0o620], [0o601], [0o666]])('a file of mode %o', async (mode) => {
    const path = await newPath();
    await writeKeyFile(path, generateKey());
    await chmod(path, mode);
    expect(await failureOf(readKeyFile(path))).toMatchObject({ path, fault: 'permissions-too-wide' });
  });

  test('a folder', async () => {
    const path = await newPath();
    await mkdir(path);
    expect(await failureOf(readKeyFile(path))).toMatchObject({ fault: 'not-a-key-file' });
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '-----BEGIN PRIVATE KEY-----'],
    ['another JSON', '{}'],
    ['null', 'null'],
    ['far too much', `"${'a'.repeat(100_000)}"`],
  ])('a file with %s', async (_, content) => {
    const path = await fileWith(content);
    expect(await failureOf(readKeyFile(path))).toMatchObject({ path, fault: 'not-a-key-file' });
  });

  test.each([
    ['the name of another key', { kid: generateKey().kid }],
    ['the public half of another key', { x: generateKey().x }],
    ['the secret of another key', { d: secretOf(generateKey()) }],
    ['another curve', { crv: 'X25519' }],
    ['another kind', { kty: 'EC' }],
    ['a member more', { use: 'sig' }],
    ['a secret cut short', { d: 'AAAA' }],
  ])('a key file with %s', async (_, change) => {
    const path = await newPath();
    await writeKeyFile(path, generateKey());
    const changed = await fileWith(JSON.stringify({ ...(await jsonOf(path)), ...change }));
    expect(await failureOf(readKeyFile(changed))).toMatchObject({ fault: 'not-a-key-file' });
  });
});

test.each(KEY_FILE_FAULTS)('%s is told in a sentence that names the file', (fault) => {
  expect(new KeyFileError('/keys/key.json', fault).message).toMatch(
    /^The key file "\/keys\/key\.json" .+\.$/,
  );
});
