import { Readable } from 'node:stream';
import { scratchStore } from '../../testing/store';
import { disksDeeds } from '../../tests/support/recorded-disk';
import type * as recordedDisk from '../../tests/support/recorded-disk';
import type { Store } from '../store';

jest.mock('node:fs/promises', () => {
  const support: typeof recordedDisk = jest.requireActual('../../tests/support/recorded-disk');
  return support.recordedDisk(jest.requireActual('node:fs/promises'));
});

const CONTENT = Buffer.from('核查清单：99 + 11');

test.each<[what: string, act: (store: Store) => Promise<unknown>, files: number]>([
  ['a file', (store) => store.put('mail/zhang/1.json', CONTENT), 1],
  ['evidence', (store) => store.putEvidence(Readable.from([CONTENT])), 1],
  [
    'a folder',
    (store) =>
      store.putFolder('bags/2021-03/1.1', [
        { path: 'bagit.txt', content: CONTENT },
        { path: 'data/item.json', content: CONTENT },
      ]),
    2,
  ],
])(
  '%s is on the disk before it has its name, and its name before the store says that it is there',
  async (_, act, files) => {
    const { store } = await scratchStore();
    disksDeeds();
    await act(store);
    const deeds = disksDeeds();
    const named = deeds.indexOf('named');
    const [before, after] = [deeds.slice(0, named), deeds.slice(named + 1)];
    expect(before.filter((deed) => deed !== 'folder synced')).toEqual(
      Array.from({ length: files }, () => ['written', 'file synced']).flat(),
    );
    expect(after).toContain('folder synced');
    expect(after).not.toContain('written');
    // Nothing is still on its way.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(disksDeeds()).toEqual([]);
  },
);
