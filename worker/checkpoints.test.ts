import type { Client } from '@temporalio/client';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { StoreFault } from '../store/fault';
import type { Store } from '../store/store';
import { testSeals } from '../testing/seals';
import { scratchStore } from '../testing/store';
import { CHECKPOINT_MS, Checkpoints, watchCheckpoints } from './checkpoints';
import { ConfigurationError } from './configuration';

type Memo = { checkpoint?: unknown };
/** What a server remembers of the last run of a name. */
type Run = { fields: Record<string, Payload>; startedAt: number };
type Settings = { MAIL?: 'send' | 'hold'; NEW_STORE?: 'yes' | 'no' };

const NONE = Object.assign(new Error('workflow not found'), { code: 5, details: '', metadata: {} });

const memoOf = ({ checkpoint }: Memo): Run['fields'] =>
  checkpoint === undefined ? {} : { checkpoint: defaultPayloadConverter.toPayload(checkpoint) };

/** A server that remembers the memo of the last run of a name, and can be restored to an earlier time. */
const aServer = () => {
  const state = { run: undefined as Run | undefined, now: 0, fails: false };
  const describeWorkflowExecution = () => {
    if (!state.run) return Promise.reject(NONE);
    const { fields, startedAt } = state.run;
    const startTime = { seconds: startedAt / 1000, nanos: 0 };
    const execution = { runId: 'the-last-run' };
    return Promise.resolve({ workflowExecutionInfo: { execution, startTime, memo: { fields } } });
  };
  const start = (_: unknown, { memo }: { memo: Memo }) => {
    if (state.fails) return Promise.reject(new Error('killed'));
    state.run = { fields: memoOf(memo), startedAt: state.now };
    return Promise.resolve();
  };
  const loadedDataConverter = { payloadConverter: defaultPayloadConverter, payloadCodecs: [] };
  const client = {
    options: { namespace: 'default', loadedDataConverter },
    workflowService: { describeWorkflowExecution },
    workflow: { start },
  } as unknown as Client;
  return Object.assign(state, { client });
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
  const note = (now: number, by = worker()) => {
    server.now = now;
    return by.note(now);
  };
  return { store, server, warned, worker, files, note };
};

const HOURS = [0, 1, 2].map((hour) => hour * CHECKPOINT_MS);
const [FIRST = 0, SECOND = 0, THIRD = 0] = HOURS;

test('a checkpoint is noted once an hour, whoever of the workers does it', async () => {
  const { worker, files, warned, note } = await aWorld();
  for (const now of [FIRST, FIRST + 1000, SECOND, SECOND + 1000]) {
    expect(await worker().check()).toBe(true);
    await note(now);
  }
  const names = (await files()).map((name) => name.replace(/.*\/0*(\d+)~.*\./, '$1 '));
  expect(names).toEqual(['1 begun', '1 done', '2 begun', '2 done']);
  expect(warned).toEqual([]);
});

test('after the database was restored no worker starts that sends; one with mail on hold does, and then all do', async () => {
  const { worker, server, warned, note } = await aWorld();
  await note(FIRST);
  const dump = server.run;
  await note(SECOND);
  server.run = dump;
  await expect(worker().check()).rejects.toThrow(ConfigurationError);
  await expect(worker().check()).rejects.toThrow(
    /存储比数据库新.*1970-01-01T00:00.*1970-01-01T01:00[^]*newer than the database[^]*MAIL=hold/,
  );

  const holding = worker({ MAIL: 'hold' });
  expect(await holding.check()).toBe(true);
  expect(warned).toEqual([expect.stringMatching(/存储比数据库新[^]*newer than the database/)]);
  await note(SECOND + 1000, holding);
  expect(await worker().check()).toBe(true);
  // The first of the timeline that is gone does not come back as the newer one.
  await note(THIRD + 1000);
  expect(await worker().check()).toBe(true);
});

test('a database that was made anew is noticed', async () => {
  const { worker, server, note } = await aWorld();
  await note(FIRST);
  server.run = undefined;
  await expect(worker().check()).rejects.toThrow(/数据库最后的检查点为 无/);
});

test('after the store was restored, or is another, no worker starts that sends, unless the store is meant to be new', async () => {
  const { worker, note } = await aWorld();
  await note(FIRST);
  const { store: another } = await scratchStore();
  await expect(worker({}, another).check()).rejects.toThrow(/存储比数据库旧[^]*older than the database/);
  expect(await worker({ NEW_STORE: 'yes' }, another).check()).toBe(true);
  expect(await worker({ MAIL: 'hold' }, another).check()).toBe(true);
});

const FORGED = { no: 900_000_000, id: '00000000-0000-4000-8000-000000000000', at: 0 };
const UNREADABLE: Payload = { metadata: { encoding: Buffer.from('of/nobody') }, data: Buffer.from('x') };

test.each<[string, (sealed: Payload) => Run]>([
  ['no memo', () => ({ fields: {}, startedAt: SECOND })],
  [
    'a memo that no worker has sealed',
    () => ({ fields: memoOf({ checkpoint: { checkpoint: FORGED, seal: 'test-1.x' } }), startedAt: SECOND }),
  ],
  ['a memo that nobody can decode', () => ({ fields: { checkpoint: UNREADABLE }, startedAt: SECOND })],
  ['the memo of an earlier run', (checkpoint) => ({ fields: { checkpoint }, startedAt: SECOND + 1000 })],
])(
  'a run that somebody else has started under the name of the checkpoints, with %s, stops no worker: it is told, and a new one is noted',
  async (_, runOf) => {
    const { worker, server, warned, note, files } = await aWorld();
    await note(FIRST);
    const { checkpoint } = server.run?.fields ?? {};
    await note(SECOND);
    server.run = runOf(checkpoint ?? {});
    expect(await worker().check()).toBe(true);
    expect(warned).toEqual([
      expect.stringMatching(/checkpoint\/q.*the-last-run[^]*checkpoint\/q.*the-last-run/),
    ]);
    await note(SECOND + 2000);
    expect((await files()).at(-1)).toMatch(/000000003~.*done$/);
    expect(await worker().check()).toBe(true);
    expect(warned).toHaveLength(1);
  },
);

/** Puts names of no worker before all others, in both states. */
const litter = async (store: Store, name: string, count: number) => {
  for (let no = FORGED.no; no < FORGED.no + count; no += 1)
    for (const state of ['begun', 'done']) {
      const sealed = { checkpoint: { ...FORGED, no }, seal: 'test-1.x' };
      const path = name.replace(/\/\d+~.*/, `/${no}~${FORGED.id}.${state}`);
      await store.put(path, Buffer.from(no % 2 ? 'no JSON' : JSON.stringify(sealed)));
    }
};

test('a checkpoint that another worker notes while this one looks is taken for no restore', async () => {
  const { store, worker, note } = await aWorld();
  await note(FIRST);
  let isNoted = false;
  const list = store.list.bind(store);
  store.list = async (folder, options) => {
    if (!isNoted) {
      isNoted = true;
      await note(SECOND);
    }
    return list(folder, options);
  };
  expect(await worker().check()).toBe(true);
  expect(isNoted).toBe(true);
});

test('names in the store that no worker has sealed count for nothing, however many they are, and are told', async () => {
  const { worker, server, store, files, warned, note } = await aWorld();
  await note(FIRST);
  const dump = server.run;
  await note(SECOND);
  const [name = ''] = await files();
  await litter(store, name, 45);
  expect(await worker().check()).toBe(true);
  expect(warned).toEqual([expect.stringMatching(/900000044~.*\(90\)/)]);
  // They hide nothing either.
  server.run = dump;
  await expect(worker().check()).rejects.toThrow(/存储比数据库新/);
});

test('where only such names lie in the store nothing is judged by it, until a new checkpoint is there', async () => {
  const { worker, warned, files, note } = await aWorld();
  await note(FIRST);
  const [name = ''] = await files();
  const { store: another } = await scratchStore();
  await litter(another, name, 3);
  expect(await worker({}, another).check()).toBe(true);
  expect(warned).toEqual([expect.stringMatching(/900000002~/)]);
  await note(SECOND, worker({}, another));
  expect(await another.list('mail/@checkpoints')).toContainEqual(expect.stringMatching(/000000002~.*done$/));
  expect(await worker({}, another).check()).toBe(true);
  await note(THIRD);
  await expect(worker({}, another).check()).rejects.toThrow(/存储比数据库旧/);
});

test('a worker that is killed between the store and the server is taken for no restore', async () => {
  const { worker, server, note } = await aWorld();
  await note(FIRST);
  server.fails = true;
  await expect(note(SECOND)).rejects.toThrow('killed');
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
