import { rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { breakAfter, heal } from '../../tests/support/faulty-disk';
import type * as faultyDisk from '../../tests/support/faulty-disk';
import { writeBag, verifyBag } from '../../archive/bag';
import { StoreConflict } from '../errors';
import { StoreFault } from '../fault';
import type { Store } from '../store';
import { openStore } from '../open';
import { failureOf, scratchStore } from '../../testing/store';

jest.mock('node:fs/promises', () => {
  const support: typeof faultyDisk = jest.requireActual('../../tests/support/faulty-disk');
  return support.faultyDisk(jest.requireActual('node:fs/promises'));
});

afterEach(() => void heal());

const CONTENT = Buffer.from('核查清单：99 + 11');
const NAME = 'mail/zhang/1.json';
const BAG = 'bags/2021-03/1.1';

/** What is done to a store, and what must be there when it is done. */
type Deed = {
  title: string;
  act: (store: Store) => Promise<unknown>;
  whole: (store: Store) => Promise<void>;
};

const evidence = (): Readable => Readable.from([CONTENT.subarray(0, 7), CONTENT.subarray(7)]);

const DEEDS = [
  {
    title: 'a file',
    act: (store) => store.put(NAME, CONTENT),
    whole: async (store) => {
      expect(await store.get(NAME)).toEqual(CONTENT);
    },
  },
  {
    title: 'evidence',
    act: (store) => store.putEvidence(evidence()),
    whole: async (store) => {
      const { sha512 } = await store.putEvidence(evidence());
      expect(await buffer(await store.openEvidence(sha512))).toEqual(CONTENT);
    },
  },
  {
    title: 'a bag',
    act: (store) =>
      writeBag(store, BAG, {
        info: { 'Bagging-Date': '2021-09-07' },
        payload: [
          { path: 'item.json', content: CONTENT },
          { path: 'evidence/1.txt', content: () => Promise.resolve(evidence()) },
        ],
      }),
    whole: async (store) => {
      expect(await verifyBag(await store.folder(BAG))).toMatchObject({ valid: true, files: 2 });
    },
  },
] as const satisfies readonly Deed[];

const FAULTS = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'ESTALE'];
const faultAt = (step: number): string => FAULTS[step % FAULTS.length] ?? 'EIO';

/** Whatever the store shows is whole, or it shows nothing. */
const expectAllOrNothing = async (store: Store, { whole }: Deed): Promise<void> => {
  if ((await store.list('')).length > 0) await whole(store);
  expect(await store.has(BAG)).toBe((await store.list(BAG)).length > 0);
};

/** Again, as an activity is tried again: what is there already needs no second writing. */
const again = async (store: Store, { act, whole }: Deed): Promise<void> => {
  try {
    await act(store);
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error;
  }
  await whole(store);
};

/** Runs a deed with a fault after 0, 1, 2 ... good calls of the system, until it is through without one. */
const atEveryStep = async (
  deed: Deed,
  lasting: boolean,
  after: (store: Store, root: string, error: unknown) => Promise<void>,
): Promise<number> => {
  for (let step = 0; ; step += 1) {
    const { store, root } = await scratchStore();
    breakAfter(step, faultAt(step), lasting);
    const error: unknown = await deed.act(store).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (heal() <= step) return step;
    await after(store, root, error);
  }
};

describe.each(DEEDS)('the writing of $title', (deed) => {
  test('at any step of which the disk fails once shows the whole or nothing, and is done by trying again', async () => {
    const steps = await atEveryStep(deed, false, async (store, _, error) => {
      if (error !== undefined) expect(error).toBeInstanceOf(StoreFault);
      await expectAllOrNothing(store, deed);
      await again(store, deed);
    });
    expect(steps).toBeGreaterThan(5);
  });

  test('after any step of which nothing more is done, as by a kill, shows the whole or nothing', async () => {
    await atEveryStep(deed, true, async (_, root, error) => {
      expect(error).toBeInstanceOf(StoreFault);
      const next = await openStore(`file://${root}`);
      await expectAllOrNothing(next, deed);
      await again(next, deed);
    });
  });
});

test('reading from a disk that fails is a fault, never a bag that is not valid', async () => {
  const { store } = await scratchStore();
  await again(store, DEEDS[2]);
  const folder = await store.folder(BAG);
  for (let step = 0; ; step += 1) {
    breakAfter(step, 'EIO', true);
    const reading = verifyBag(folder);
    const report = await reading.catch((error: unknown) => error);
    if (heal() <= step) break;
    expect(report).toBeInstanceOf(StoreFault);
  }
  breakAfter(0, 'EACCES', true);
  expect(await failureOf(store.folder(BAG))).toMatchObject({ kind: 'denied' });
});

test('a store is healthy when something can be written to it, not when permissions merely allow it', async () => {
  const { store } = await scratchStore();
  for (let step = 0; ; step += 1) {
    breakAfter(step, 'ENOSPC', true);
    const answer = await store.check().catch((error: unknown) => error);
    const taken = heal();
    if (taken <= step) break;
    expect(answer).toMatchObject({ name: 'StoreFault', kind: 'full' });
  }
  breakAfter(Infinity, 'ENOSPC', true);
  await store.check();
  expect(heal()).toBeGreaterThan(4);
});

test('a folder is written to the disk with those above it once, and once more when it had gone', async () => {
  const { store, root } = await scratchStore();
  await store.put('first', CONTENT);
  const callsOf = async (name: string): Promise<number> => {
    breakAfter(Infinity, 'EIO', true);
    await store.put(name, CONTENT);
    return heal();
  };
  const made = await callsOf('mail/zhang/1');
  const again = await callsOf('mail/zhang/2');
  expect(again).toBeLessThanOrEqual(made - 4);
  await rm(join(root, 'mail'), { recursive: true });
  expect(await callsOf('mail/zhang/1')).toBe(made);
});

test('a store opens though what a killed writer left in it cannot be removed', async () => {
  const { store, root, url } = await scratchStore();
  await store.put(NAME, CONTENT);
  breakAfter(Infinity, 'EROFS', true);
  await openStore(url);
  const opening = heal();
  const left = join(root, '.incoming', 'half');
  await writeFile(left, CONTENT);
  await utimes(left, 0, 0);
  for (let more = 0; ; more += 1) {
    breakAfter(opening + more, 'EROFS', true);
    const next = await openStore(url);
    if (heal() <= opening + more) break;
    expect(await next.get(NAME)).toEqual(CONTENT);
  }
});

test.each([
  ['ENOSPC', 'full'],
  ['EROFS', 'read-only'],
])('%s is told as what it is', async (code, kind) => {
  const { store } = await scratchStore();
  breakAfter(0, code, true);
  expect(await failureOf(store.put(NAME, CONTENT))).toMatchObject({ name: 'StoreFault', kind, code });
  heal();
  await store.put(NAME, CONTENT);
  expect(await store.get(NAME)).toEqual(CONTENT);
});
