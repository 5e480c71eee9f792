import { cp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyFolder } from '../../archive/verify/bag';
import { itemId, type ItemNumber, type RoundId } from '../../base/ids';
import type { WorkerProcess } from '../../client/local/worker-process';
import { run } from '../../client/local/run';
import { openFolder, openStore } from '../../store/open';
import type { Store } from '../../store/store';
import { TEST_SEAL_KEYS, testSeals } from '../../testing/seals';
import { Checkpoints } from '../../worker/checkpoints';
import { itemWorkflowId, TASK_QUEUE } from '../../workflows/messages';
import { CommandLine } from '../support/command-line';
import type { Hands } from '../support/commands';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { caughtIn } from '../support/mails';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { type ProductionSet, startProductionSet } from '../support/production/set';
import { RealWorld } from '../support/real-world';

const ROUND = 'backup' as RoundId;
const ITEM = itemId(ROUND, '1.1' as ItemNumber);
const DATABASES = ['temporal', 'temporal_visibility'];

let set: ProductionSet;
let world: RealWorld;
let worker: WorkerProcess;
let hand: Hands;
let openedStore: Store;
const line = new CommandLine(() => world);
const backup = (name: string): string => path.join(world.folder, 'backup', name);
const store = (): string => fileURLToPath(world.storeUrl);
const keys = { SEAL_KEYS: TEST_SEAL_KEYS };

const postgres = (program: string, ...args: string[]): Promise<void> => {
  const { bin, environment } = set.database;
  return run(path.join(bin, program), args, { env: environment });
};

/** As docs/store.md says: the database first, then the store. */
const backUp = async (): Promise<void> => {
  for (const name of DATABASES)
    await postgres('pg_dump', '--format=custom', `--file=${world.folder}/${name}.dump`, name);
  await cp(store(), backup('store'), { recursive: true });
};

/** The same way back: everything is stopped, then the store and the database are put in place. */
const restoreDatabase = async (): Promise<void> => {
  await set.temporal.stop();
  for (const name of DATABASES) {
    await postgres('dropdb', '--force', name);
    await postgres('createdb', name);
    await postgres('pg_restore', `--dbname=${name}`, '--exit-on-error', `${world.folder}/${name}.dump`);
  }
  await set.temporal.start();
};

/** What a worker does an hour after the last. */
const noteCheckpoint = (): Promise<void> =>
  new Checkpoints({
    client: world.client,
    store: openedStore,
    seals: testSeals(),
    warn: () => undefined,
    configuration: { TASK_QUEUE, MAIL: 'send', NEW_STORE: 'no' },
  }).note(Date.now(), 0);

const doctor = async (): Promise<Record<string, { ok: boolean; found?: string }>> => {
  const { out } = await line.run(['doctor', '--json']);
  const { checks } = JSON.parse(out) as { checks: { name: string; ok: boolean; found?: string }[] };
  return Object.fromEntries(checks.map((check) => [check.name, check]));
};

beforeAll(async () => {
  set = await startProductionSet(() => undefined);
  world = await RealWorld.create({ server: set });
  worker = await world.startWorker();
  openedStore = await openStore(world.storeUrl);
  const handsOf = await world.begin(
    planOf({ round: ROUND, items: 2, deadline: '2021-06-30' }),
    world.clockFrom(at('2021-05-06'), 1, ROUND),
  );
  hand = handsOf('1.1');
  await poll('the item', () => world.rectify.item(hand.item));
  await poll('the mails', async () => (await world.receipts(ROUND)).length === 2);
});
afterAll(() => world.close());

test('a database that was restored is noticed: no worker sends, until an operator has seen what would go out', async () => {
  await hand.work();
  await untilStatus(world.rectify, hand.item, 'leader-review');
  await backUp();

  // What comes now is lost with the timeline.
  await hand.approve();
  await hand.accept();
  await untilStatus(world.rectify, hand.item, 'archived');
  await noteCheckpoint();
  await worker.stop();
  await restoreDatabase();

  const { checkpoints } = await poll('an answer', async () => {
    const checks = await doctor();
    return checks.checkpoints && !checks.checkpoints.ok && checks;
  });
  expect(checkpoints?.found).toMatch(/^database .*Z, store .*Z$/);
  await expect(world.startWorker()).rejects.toThrow(/存储比数据库新[^]*newer than the database[^]*MAIL=hold/);

  worker = await world.startWorker({ MAIL: 'hold' });
  const { state } = await poll('the item as it was', () => world.rectify.item(ITEM));
  expect(state.status).toBe('leader-review');
  expect((await doctor()).bags).toMatchObject({ ok: false, found: `bags/${ITEM} (other)` });
}, 300_000);

test('nothing is archived from the timeline that is gone: the item waits, and says so in the UI, until its bag is moved away', async () => {
  const before = caughtIn(world.smtp.mails, ROUND).length;
  await hand.approve();
  await hand.accept();
  const handle = world.client.workflow.getHandle(itemWorkflowId(ITEM, 1));
  // Mail is on hold: what the item waits for is released first.
  await poll(
    'the mails on hold',
    async () => {
      await line.run(['mail', 'release', '--all'], keys);
      const { raw } = await handle.describe();
      return raw.pendingActivities?.some(
        ({ lastFailure }) => lastFailure?.applicationFailureInfo?.type === 'BagOfOther',
      );
    },
    200,
  );
  const { raw } = await handle.describe();
  const [failure] = (raw.pendingActivities ?? []).flatMap(({ lastFailure }) => lastFailure?.message ?? []);
  expect(failure).toMatch(/bags\/backup\/1\.1[^]*data\/log\.ndjson/);
  expect((await doctor()).bags).toMatchObject({ ok: false, found: `bags/${ITEM} (other)` });
  expect((await world.rectify.item(ITEM)).state.status).toBe('closed');

  await rename(path.join(store(), 'bags', ITEM), backup('1.1 of the timeline that is gone'));
  const { log } = await untilStatus(world.rectify, ITEM, 'archived');
  const folder = path.join(store(), 'bags', ITEM);
  expect(await verifyFolder(await openFolder(folder), folder)).toMatchObject({ valid: true, faults: [] });
  expect(log.at(-1)?.event).toMatchObject({ type: 'archived' });
  expect((await doctor()).bags).toMatchObject({ ok: true, found: '1' });
  expect(caughtIn(world.smtp.mails, ROUND).length).toBeGreaterThan(before);

  // Once an operator has had mail on hold, it may go out again.
  await worker.stop();
  worker = await world.startWorker();
  expect((await doctor()).checkpoints).toMatchObject({ ok: true });
}, 300_000);

test('a store that was restored is noticed, and which bags are gone is named', async () => {
  await noteCheckpoint();
  await worker.stop();
  await rename(store(), backup('lost'));
  await cp(backup('store'), store(), { recursive: true });
  await expect(world.startWorker()).rejects.toThrow(/存储比数据库旧[^]*older than the database/);
  worker = await world.startWorker({ MAIL: 'hold' });
  expect((await doctor()).bags).toMatchObject({ ok: false, found: `bags/${ITEM} (missing)` });
  await cp(path.join(backup('lost'), 'bags'), path.join(store(), 'bags'), { recursive: true });
  expect((await doctor()).bags).toMatchObject({ ok: true });
  expect(await readdir(path.join(store(), 'bags', ROUND))).toEqual(['1.1']);
  await rm(backup('lost'), { recursive: true });
}, 120_000);
