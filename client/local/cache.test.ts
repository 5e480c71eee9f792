import { chmod, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, keep } from './cache';

describe('the cache folder', () => {
  test.each([
    ['XDG_CACHE_HOME where it is set', { XDG_CACHE_HOME: '/x', HOME: '/h' }, 'linux', '/x/rectify/bin'],
    ['~/.cache where it is not', { HOME: '/h' }, 'linux', '/h/.cache/rectify/bin'],
    ['~/.cache where it is empty', { XDG_CACHE_HOME: '', HOME: '/h' }, 'linux', '/h/.cache/rectify/bin'],
    ['Library/Caches on macOS', { HOME: '/h' }, 'darwin', '/h/Library/Caches/rectify/bin'],
  ] as const)('is in %s', (_, env, platform, folder) => {
    expect(cacheFolder(env, platform)).toBe(folder);
  });
});

describe('keeping an executable', () => {
  let folder: string;
  let path: string;
  let made: number;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rectify-cache-'));
    path = join(folder, 'server-1');
    made = 0;
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const make = async (scratch: string) => {
    made += 1;
    const file = join(scratch, 'anything');
    await writeFile(file, '#!/bin/sh\n');
    return file;
  };

  test('makes it and leaves nothing else', async () => {
    await keep(path, make);
    expect(await readdir(folder)).toEqual(['server-1']);
    expect(await readFile(path, 'utf8')).toBe('#!/bin/sh\n');
  });

  test('makes it once when it is wanted many times at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => keep(path, make)));
    expect(made).toBe(1);
    expect(await readdir(folder)).toEqual(['server-1']);
  });

  test('a failure leaves nothing behind, and the next one may try', async () => {
    const fail = async (scratch: string) => {
      await make(scratch);
      throw new Error('no compiler');
    };
    await expect(keep(path, fail)).rejects.toThrow('no compiler');
    expect(await readdir(folder)).toEqual([]);
    await keep(path, make);
    expect(await readdir(folder)).toEqual(['server-1']);
  });

  test('a lock that a dead process left does not stop it', async () => {
    await writeFile(`${path}.lock`, '');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(`${path}.lock`, longAgo, longAgo);
    await keep(path, make);
    expect(await readdir(folder)).toEqual(['server-1']);
  });

  test('what is there and can be run is not made again', async () => {
    await writeFile(path, 'old');
    await chmod(path, 0o755);
    await keep(path, make);
    expect(made).toBe(0);
  });
});
