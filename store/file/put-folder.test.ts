import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FolderEntry } from '../store';
import { openStore } from '../open';
import { failureOf, scratchStore, unfinished } from '../../testing/store';

const entry = (path: string, content = path): FolderEntry => ({ path, content: Buffer.from(content) });

/** Stops for ever in the middle of a folder, as a killed process does. */
const killedWriter = async (url: string, name: string): Promise<void> => {
  const store = await openStore(url);
  await new Promise<void>((reached) => {
    const entries = async function* (): AsyncGenerator<FolderEntry> {
      yield entry('first', 'half-written');
      reached();
      await new Promise(() => undefined);
    };
    void store.putFolder(name, entries());
  });
};

describe('what a killed writer left', () => {
  test('is swept by the next who writes the same folder', async () => {
    const { store, root } = await scratchStore();
    const { href } = pathToFileURL(root);
    await killedWriter(href, 'bags/1.1');
    await killedWriter(href, 'bags/1.2');
    expect(await unfinished(root)).toHaveLength(2);
    await store.putFolder('bags/1.1', [entry('a')]);
    expect(await unfinished(root)).toHaveLength(1);
    expect(await store.list('')).toEqual(['bags/1.1/a']);
  });

  test('can no longer be finished by a writer who was only slow', async () => {
    const { store, root } = await scratchStore();
    const slow = (await openStore(pathToFileURL(root).href)).putFolder(
      'f',
      (async function* () {
        yield entry('slow/1');
        await store.putFolder('f', [entry('quick')]);
        yield entry('slow/2');
      })(),
    );
    expect(await failureOf(slow)).toMatchObject({ code: 'ENOENT' });
    expect(await (await store.folder('f')).files()).toEqual(['quick']);
  });

  test('is swept a day later by whoever opens the store', async () => {
    const { root } = await scratchStore();
    const incoming = join(root, '.incoming');
    await mkdir(join(incoming, 'folder~1', 'deep'), { recursive: true });
    await writeFile(join(incoming, 'old~2'), '');
    await writeFile(join(incoming, 'new~3'), '');
    const longAgo = new Date(Date.now() - 25 * 3_600_000);
    for (const name of ['folder~1', 'old~2']) await utimes(join(incoming, name), longAgo, longAgo);
    await openStore(pathToFileURL(root).href);
    expect(await readdir(incoming)).toEqual(['new~3']);
  });

  test('does not hinder who puts a file again', async () => {
    const { store, root } = await scratchStore();
    await mkdir(join(root, '.incoming'));
    await writeFile(join(root, '.incoming', 'half'), 'ha');
    await store.put('a', Buffer.from('half'));
    expect(await store.get('a')).toEqual(Buffer.from('half'));
  });
});
