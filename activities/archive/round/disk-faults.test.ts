import { verifyBag } from '../../../archive/bag';
import { StoreFault } from '../../../store/fault';
import type { Store } from '../../../store/store';
import { openStore } from '../../../store/open';
import { failureOf, scratchStore } from '../../../testing/store';
import type { WholeRound } from '../../../testing/round';
import { aClosedRound, archiveRound, orderFor } from '../../../tests/support/ended-round';
import { breakAfter, heal } from '../../../tests/support/faulty-disk';
import type * as faultyDisk from '../../../tests/support/faulty-disk';
import { createRoundActivities } from './archive-round';

jest.mock('node:fs/promises', () => {
  const support: typeof faultyDisk = jest.requireActual('../../../tests/support/faulty-disk');
  return support.faultyDisk(jest.requireActual('node:fs/promises'));
});

afterEach(() => void heal());

const BAG = 'bags/2021-03/round';

/** What the system says of a disk that is full, read-only, broken, or away. */
const FAULTS = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'ESTALE', 'EACCES', 'ENOTCONN'];

type World = { store: Store; url: string; round: WholeRound };
const aWorld = async (): Promise<World> => {
  const { store, url } = await scratchStore();
  return { store, url, round: await aClosedRound(store) };
};

/** Lets the disk fail after so many good calls: how the action ended, and whether it got that far. */
const failing = async (step: number, isLasting: boolean, act: () => Promise<unknown>) => {
  const code = FAULTS[step % FAULTS.length] ?? 'EIO';
  breakAfter(step, code, isLasting);
  const error: unknown = await act().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { isReached: heal() > step, error, code };
};

const expectWhole = async (store: Store): Promise<void> => {
  expect((await verifyBag(await store.folder(BAG))).valid).toBe(true);
};

/** An attempt in which the disk fails at a step, and one after it; true while the step was one of the attempt's. */
const attempt = async ({ store, url, round }: World, step: number, isLasting: boolean): Promise<boolean> => {
  const { isReached, error, code } = await failing(step, isLasting, () =>
    archiveRound(orderFor(round), store),
  );
  if (!isReached) return false;
  if (isLasting || error !== undefined) expect(error).toMatchObject({ name: 'StoreFault', code });
  const next = await openStore(url);
  if (await next.has(BAG)) await expectWhole(next);
  expect(await archiveRound(orderFor(round), next)).toMatchObject({ bag: BAG });
  await expectWhole(next);
  return true;
};

/** Every so many steps, another one with each kind of fault: all of them would take minutes. */
const STRIDE = 17;

test.each([
  ['once', false],
  ['until somebody sees to it', true],
])(
  'a disk that fails %s while a round is archived is told as that, leaves no half bag, and the next try is done',
  async (_, isLasting) => {
    let steps = 0;
    while (await attempt(await aWorld(), steps, isLasting)) steps += STRIDE;
    expect(steps).toBeGreaterThan(100);
  },
  240_000,
);

test('a ledger that meets a full or read-only disk at any step is kept whole by trying again', async () => {
  const { store, round } = await aWorld();
  const { keepPaper } = createRoundActivities(store);
  const [paper] = round.life.closingPapers();
  if (!paper) throw new Error('no papers');
  for (let step = 0; ; step += 1) {
    const copy = { ...paper, name: `rounds/2021-03/copy-${step}.json` };
    const { isReached, error } = await failing(step, true, () => keepPaper(copy));
    if (!isReached) break;
    expect(error).toBeInstanceOf(StoreFault);
    const sha512 = await keepPaper(copy);
    expect(sha512).toBe(round.life.digests[paper.name]);
    expect(await store.get(copy.name)).toEqual(await store.get(paper.name));
  }
});

test.each([
  ['ENOSPC', 'full', '空间已满'],
  ['EROFS', 'read-only', '只读'],
])('%s says in both languages what is to be done', async (code, kind, said) => {
  const { store, round } = await aWorld();
  breakAfter(0, code, true);
  const error = await failureOf(archiveRound(orderFor(round), store));
  expect(error).toMatchObject({ kind });
  expect(String(error)).toContain(said);
  expect(String(error)).toContain('Work resumes by itself');
});
