import { randomUUID } from 'node:crypto';
import { type FileHandle, link, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { KeyId, thumbprint } from '../../domain/identity';
import { hasCode } from '../../store/errors';
import { syncFolders } from '../../store/file/durable';
import { KeyFileError } from './errors';
import { seal, Sealed, unseal } from './sealed';
import { keyFrom, secretOf, type SigningKey } from './signing-key';

const jwk = { kty: z.literal('OKP'), crv: z.literal('Ed25519'), kid: KeyId, x: z.string() };

/** A JWK (RFC 8037), whose secret `d` is in `sealed` instead when there is a passphrase. */
const KeyFile = z.union([
  z.strictObject({ ...jwk, d: z.string() }),
  z.strictObject({ ...jwk, sealed: Sealed }),
]);
type KeyFile = z.infer<typeof KeyFile>;

/** No key file is larger, in bytes. */
const LARGEST = 4096;

/**
 * Writes a key into a new file that only its owner can read (0600), whole or not at all, and makes the folder for
 * it. With a passphrase the secret half is sealed; an empty one is none, as with `ssh-keygen`.
 * Throws `KeyFileError` `exists` if anything is there.
 */
export const writeKeyFile = async (path: string, key: SigningKey, passphrase = ''): Promise<void> => {
  const file = await contentOf(key, passphrase);
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${basename(path)}.${randomUUID()}`);
  try {
    await writeFile(draft, `${JSON.stringify(file, null, 2)}\n`, { flag: 'wx', mode: 0o600, flush: true });
    await link(draft, path);
  } catch (error) {
    throw hasCode(error, ['EEXIST']) ? new KeyFileError(path, 'exists') : error;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolders([folder]);
};

const contentOf = async (key: SigningKey, passphrase: string): Promise<KeyFile> => {
  const { kid, x } = key;
  const half = { kty: 'OKP', crv: 'Ed25519', kid, x } as const;
  const d = secretOf(key);
  if (passphrase === '') return { ...half, d };
  return { ...half, sealed: await seal(Buffer.from(d, 'base64url'), x, passphrase) };
};

/** Reads a key. Throws `KeyFileError`: `passphrase-needed` says to ask for it and try again. */
export const readKeyFile = async (path: string, passphrase = ''): Promise<SigningKey> => {
  const file = parse(await readPrivate(path));
  if (!file) throw new KeyFileError(path, 'not-a-key-file');
  const d = 'd' in file ? file.d : await secretIn(file, path, passphrase);
  const key = keyFrom(file.x, d);
  if (key?.kid !== file.kid) throw new KeyFileError(path, 'not-a-key-file');
  return key;
};

/** What no passphrase guards of a key file: its name and its public half. Throws `KeyFileError`. */
export const publicHalfOf = async (path: string): Promise<Pick<SigningKey, 'kid' | 'x'>> => {
  const file = parse(await readPrivate(path));
  const isWhole =
    file?.kid === thumbprint(file?.x ?? '') && !('d' in file && keyFrom(file.x, file.d) === undefined);
  if (!isWhole) throw new KeyFileError(path, 'not-a-key-file');
  return { kid: file.kid, x: file.x };
};

const secretIn = async (
  { sealed, x }: Extract<KeyFile, { sealed: Sealed }>,
  path: string,
  passphrase: string,
): Promise<string> => {
  if (passphrase === '') throw new KeyFileError(path, 'passphrase-needed');
  const secret = await unseal(sealed, x, passphrase);
  if (!secret) throw new KeyFileError(path, 'wrong-passphrase');
  return secret.toString('base64url');
};

const parse = (text: string): KeyFile | undefined => {
  try {
    return KeyFile.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** The text of a file that nobody but its owner can reach; what is checked and what is read is one open file. */
const readPrivate = async (path: string): Promise<string> => {
  const handle = await openFile(path);
  try {
    const stat = await handle.stat();
    if (!stat.isFile() || stat.size > LARGEST) throw new KeyFileError(path, 'not-a-key-file');
    if (isOpenToOthers(stat.mode)) throw new KeyFileError(path, 'permissions-too-wide');
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
};

const openFile = async (path: string): Promise<FileHandle> => {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw hasCode(error, ['ENOENT', 'ENOTDIR']) ? new KeyFileError(path, 'missing') : error;
  }
};

/** Windows keeps permissions elsewhere, and shows every file as open to all. */
const isOpenToOthers = (mode: number): boolean => process.platform !== 'win32' && (mode & 0o077) !== 0;
