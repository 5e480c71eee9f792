import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import { StoreFault } from '../store/fault';
import type { Store } from '../store/store';
import { testSeals } from '../testing/seals';
import { scratchStore } from '../testing/store';
import { CHECKPOINT_MS, Checkpoints, watchCheckpoints } from './checkpoints';
import { ConfigurationError } from './configuration';

type Memo = Record<string, unknown>;
type Settings = { MAIL?: 'send' | 'hold'; NEW_STORE?: 'yes' | 'no' };

/** A server that remembers the memo of the last run of a name, and can be restored to an earlier time. */
const aServer = () => {
  const state = { memo: undefined as Memo | undefined, fails: false };
  const describe = () =>
    state.memo
      ? Promise.resolve({ memo: state.memo })
      : Promise.reject(new WorkflowNotFoundError('none', 'checkpoint/q', ''));
  const start = (_: unknown, { memo }: { memo: Memo }) => {
    if (state.fails) return Promise.reject(new Error('killed'));
    state.memo = memo;
    return Promise.resolve();
  };
  const workflow = { start, getHandle: () => ({ describe }) };
  return Object.assign(state, {
    client: { options: { namespace: 'default' }, workflow } as unknown as Client,
  });
};

const aWorld = async () => {
  const { store } = await scratchStore();
  const server = aServer();
  const warned: string[] = [];
  const worker = ({ MAIL = 'send', NEW_STORE = 'no' }: Settings = {}, at: Store = store) =>
    new Checkpoints({
      client: server.client,
      store: at,
      seals: testSeals(),
      warn: (text) => warned.push(text),
      configuration: { TASK_QUEUE: 'q', MAIL, NEW_STORE },
    });
  const files = () => store.list('mail/@checkpoints');
  return { store, server, warned, worker, files };
};

const HOURS = [0, 1, 2].map((hour) => hour * CHECKPOINT_MS);
const [FIRST = 0, SECOND = 0, THIRD = 0] = HOURS;

test('a checkpoint is noted once an hour, whoever of the workers does it', async () => {
  const { worker, files, warned } = await aWorld();
  for (const now of [FIRST, FIRST + 1000, SECOND, SECOND + 1000]) {
    expect(await worker().check()).toBe(true);
    await worker().note(now);
  }
  const names = (await files()).map((name) => name.replace(/.*\/0*(\d+)~.*\./, '$1 '));
  expect(names).toEqual(['1 begun', '1 done', '2 begun', '2 done']);
  expect(warned).toEqual([]);
});

test('after the database was restored no worker starts that sends; one with mail on hold does, and then all do', async () => {
  const { worker, server, warned } = await aWorld();
  await worker().note(FIRST);
  const dump = server.memo;
  await worker().note(SECOND);
  server.memo = dump;
  await expect(worker().check()).rejects.toThrow(ConfigurationError);
  await expect(worker().check()).rejects.toThrow(
    /存储比数据库新.*1970-01-01T00:00.*1970-01-01T01:00[^]*newer than the database[^]*MAIL=hold/,
  );

  const holding = worker({ MAIL: 'hold' });
  expect(await holding.check()).toBe(true);
  expect(warned).toEqual([expect.stringMatching(/存储比数据库新[^]*newer than the database/)]);
  await holding.note(SECOND + 1000);
  expect(await worker().check()).toBe(true);
  // The first of the timeline that is gone does not come back as the newer one.
  await worker().note(THIRD + 1000);
  expect(await worker().check()).toBe(true);
});

test('a database that was made anew is noticed', async () => {
  const { worker, server } = await aWorld();
  await worker().note(FIRST);
  server.memo = undefined;
  await expect(worker().check()).rejects.toThrow(/数据库最后的检查点为 无/);
});

test('after the store was restored, or is another, no worker starts that sends, unless the store is meant to be new', async () => {
  const { worker } = await aWorld();
  await worker().note(FIRST);
  const { store: another } = await scratchStore();
  await expect(worker({}, another).check()).rejects.toThrow(/存储比数据库旧[^]*older than the database/);
  expect(await worker({ NEW_STORE: 'yes' }, another).check()).toBe(true);
  expect(await worker({ MAIL: 'hold' }, another).check()).toBe(true);
});

test('what nobody has sealed counts for nothing', async () => {
  const { worker, server, store, files } = await aWorld();
  await worker().note(FIRST);
  const [name = ''] = await files();
  const forged = { no: 9, id: '00000000-0000-4000-8000-000000000000', at: 0 };
  const later = name.replace(/\/\d+~.*/, `/000000009~${forged.id}.done`);
  await store.put(later, Buffer.from(JSON.stringify({ checkpoint: forged, seal: 'test-1.x' })));
  await store.put(later.replace('.done', '.begun'), Buffer.from('no JSON'));
  expect(await worker().check()).toBe(true);
  server.memo = { checkpoint: { checkpoint: forged, seal: 'test-1.x' } };
  await expect(worker().check()).rejects.toThrow(/数据库最后的检查点为 无/);
});

test('a worker that is killed between the store and the server is taken for no restore', async () => {
  const { worker, server } = await aWorld();
  await worker().note(FIRST);
  server.fails = true;
  await expect(worker().note(SECOND)).rejects.toThrow('killed');
  expect(await worker().check()).toBe(true);
});

test('a store that is away is said to be', async () => {
  const { worker, store } = await aWorld();
  const away = Object.create(store, {
    list: { value: () => Promise.reject(new StoreFault('s3://store/', new Error('away'))) },
  }) as Store;
  expect(await worker({}, away).check()).toBe(false);
});

describe('a worker that runs', () => {
  const watching = (check: jest.Mock) => {
    const until = new AbortController();
    const [stop, warn] = [jest.fn(), jest.fn()];
    const note = jest.fn(() => Promise.resolve());
    const done = watchCheckpoints(
      { check, note },
      { everyMs: 1, againMs: 1, until: until.signal, stop, warn },
    );
    return { until, stop, warn, note, done };
  };

  test('is stopped when one of the two is restored under it', async () => {
    const fault = new ConfigurationError('restored');
    const { stop, note, done } = watching(jest.fn().mockResolvedValueOnce(true).mockRejectedValue(fault));
    expect(await done).toBe(fault);
    expect([stop.mock.calls.length, note.mock.calls.length]).toEqual([1, 1]);
  });

  test('notes nothing while the store is away, and goes on when the server is', async () => {
    const check = jest.fn().mockResolvedValueOnce(false).mockRejectedValueOnce(new Error('away'));
    const { until, warn, stop, note, done } = watching(check.mockResolvedValue(true));
    while (note.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    until.abort();
    expect(await done).toBeUndefined();
    expect([warn.mock.calls.length, stop.mock.calls.length]).toEqual([1, 0]);
  });
});
