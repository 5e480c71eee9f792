import { mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Sha512 } from '../../base/ids';
import { StoreConflict, StoreMissing } from '../errors';
import { checkEvidence } from '../evidence';
import { failureOf, scratchFolder, scratchStore, unfinished } from '../../testing/store';

const bytes = (text: string): Buffer => Buffer.from(text);

describe('a store on files', () => {
  test('that has gone, or whose disk is not mounted, answers nothing and takes nothing until it is back', async () => {
    const { store, root } = await scratchStore();
    await store.put('a', bytes('1'));
    await store.putFolder('f', [{ path: 'b', content: bytes('2') }]);
    const folder = await store.folder('f');
    const none = Sha512.parse('0'.repeat(128));
    const away = `${root}-away`;
    await rename(root, away);
    const makeEmpty = () => mkdir(root);
    const leaveNothing = () => rm(root, { recursive: true });
    for (const change of [() => Promise.resolve(), makeEmpty]) {
      await change();
      for (const action of [
        () => store.check(),
        () => store.get('a'),
        () => store.has('a'),
        () => store.list('mail'),
        () => store.put('a', bytes('1')),
        () => store.draft('b', bytes('1')),
        () => store.putEvidence(Readable.from(['1'])),
        () => store.openEvidence(none),
        () => store.statEvidence(none),
        () => store.putFolder('g', []),
        () => store.folder('f'),
        () => folder.files(),
        () => folder.open('b'),
      ])
        expect(await failureOf(action())).toMatchObject({ name: 'StoreFault', kind: 'gone', code: 'ENOENT' });
    }
    expect(await readdir(root)).toEqual([]);
    await leaveNothing();
    await rename(away, root);
    expect(await store.list('')).toEqual(['a', 'f/b']);
  });

  test('does not list what a killed writer left, nor what others have laid into the folder', async () => {
    const { store, root } = await scratchStore();
    await mkdir(join(root, '.incoming'));
    await writeFile(join(root, '.incoming', 'half'), 'ha');
    await writeFile(join(root, '.DS_Store'), '');
    await symlink('/etc/hostname', join(root, 'hostname'));
    await store.put('a', bytes(''));
    expect(await store.list('')).toEqual(['a']);
  });

  test('is not left by a link in it', async () => {
    const { store, root } = await scratchStore();
    const outside = await scratchFolder();
    await writeFile(join(outside, 'secret'), 'secret');
    await symlink(outside, join(root, 'link'));
    await symlink(join(outside, 'secret'), join(root, 'file'));
    for (const name of ['link/secret', 'file']) {
      expect(await store.has(name)).toBe(false);
      expect(await failureOf(store.get(name))).toBeInstanceOf(StoreMissing);
      expect(await failureOf(store.put(name, bytes('changed')))).toBeInstanceOf(StoreConflict);
    }
    expect(await store.list('link')).toEqual([]);
    expect(await failureOf(store.putFolder('link/new', []))).toBeInstanceOf(StoreConflict);
    expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('secret');
  });

  test('is not left by a link that has taken the place of a folder', async () => {
    const { store, root } = await scratchStore();
    const outside = await scratchFolder();
    await store.put('mail/zhang/1', bytes(''));
    for (const folder of ['mail/zhang', 'mail', '.incoming']) {
      await rename(join(root, folder), join(outside, 'kept'));
      await symlink(outside, join(root, folder));
      expect(await failureOf(store.put('mail/zhang/2', bytes('')))).toBeInstanceOf(StoreConflict);
      await rm(join(root, folder));
      await rename(join(outside, 'kept'), join(root, folder));
    }
    await store.put('mail/zhang/2', bytes(''));
    expect(await readdir(outside)).toEqual([]);
  });

  test('takes evidence no faster than the disk does, so that it never fills the memory', async () => {
    const { store, root } = await scratchStore();
    const mebibyte = 1 << 20;
    let ahead = 0;
    const source = async function* (): AsyncGenerator<Buffer> {
      for (let given = 0; given < 64 * mebibyte; given += mebibyte) {
        const [path = ''] = await unfinished(root);
        ahead = Math.max(ahead, given - (await stat(join(root, '.incoming', path))).size);
        yield Buffer.alloc(mebibyte, given / mebibyte);
      }
    };
    const digest = await store.putEvidence(Readable.from(source(), { objectMode: false }));
    expect(digest.size).toBe(64 * mebibyte);
    expect(ahead).toBeLessThan(8 * mebibyte);
    await checkEvidence(store, digest);
  });
});
