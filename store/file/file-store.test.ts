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
    expect(await store.has('file')).toBe(true);
    expect(await failureOf(store.get('file'))).toBeInstanceOf(StoreMissing);
    expect(await failureOf(store.put('file', bytes('changed')))).toBeInstanceOf(StoreConflict);
    for (const action of [
      () => store.has('link/secret'),
      () => store.get('link/secret'),
      () => store.put('link/secret', bytes('changed')),
      () => store.move('link/secret', 'other'),
      () => store.list('link'),
      () => store.folder('link'),
      () => store.putFolder('link/new', []),
    ])
      expect(await failureOf(action())).toMatchObject({ name: 'StoreFault', kind: 'linked' });
    expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('secret');
    expect(await readdir(outside)).toEqual(['secret']);
  });

  test.each([['mail'], ['mail/zhang'], ['evidence'], ['bags'], ['bags/2021-03'], ['rounds']])(
    'says that %s is a link, instead of taking what lies in it for gone',
    async (folder) => {
      const { store, root } = await scratchStore();
      const outside = await scratchFolder();
      const { sha512 } = await store.putEvidence(Readable.from(['1']));
      await store.put('mail/zhang/1.json', bytes('{}'));
      await store.put('rounds/2021-03/plan.json', bytes('{}'));
      await store.putFolder('bags/2021-03/1.2', [{ path: 'a', content: bytes('') }]);
      const READ: Record<string, (() => Promise<unknown>)[]> = {
        mail: [() => store.list('mail/zhang'), () => store.get('mail/zhang/1.json')],
        evidence: [() => store.openEvidence(sha512), () => store.statEvidence(sha512)],
        bags: [() => store.has('bags/2021-03/1.2'), () => store.folder('bags/2021-03/1.2')],
        rounds: [() => store.get('rounds/2021-03/plan.json')],
      };
      const WRITE: Record<string, () => Promise<unknown>> = {
        mail: () => store.put('mail/zhang/2.json', bytes('')),
        evidence: () => store.putEvidence(Readable.from(['2'])),
        bags: () => store.putFolder('bags/2021-03/1.3', []),
        rounds: () => store.put('rounds/2021-03/ledger-1.json', bytes('')),
      };
      const [top = ''] = folder.split('/');
      const [read, write] = [READ[top] ?? [], WRITE[top]];
      if (!write || read.length === 0) throw new Error('nothing is tried');
      await rename(join(root, folder), join(outside, 'kept'));
      await symlink(join(outside, 'kept'), join(root, folder));
      for (const action of [...read, write]) {
        const fault = await failureOf(action());
        expect(fault).toMatchObject({ name: 'StoreFault', kind: 'linked' });
        expect(String(fault)).toContain(join(root, folder));
      }
    },
  );

  test('is not left by a link that has taken the place of a folder', async () => {
    const { store, root } = await scratchStore();
    const outside = await scratchFolder();
    await store.put('mail/zhang/1', bytes(''));
    for (const folder of ['mail/zhang', 'mail', '.incoming']) {
      await rename(join(root, folder), join(outside, 'kept'));
      await symlink(outside, join(root, folder));
      const fault = await failureOf(store.put('mail/zhang/2', bytes('')));
      expect(fault).toMatchObject({ name: 'StoreFault', kind: 'linked' });
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
        ahead = Math.max(ahead, given - (await stat(join(root, path))).size);
        yield Buffer.alloc(mebibyte, given / mebibyte);
      }
    };
    const digest = await store.putEvidence(Readable.from(source(), { objectMode: false }));
    expect(digest.size).toBe(64 * mebibyte);
    expect(ahead).toBeLessThan(8 * mebibyte);
    await checkEvidence(store, digest);
  });
});
