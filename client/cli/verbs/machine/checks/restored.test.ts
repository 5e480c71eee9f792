import type { Client } from '@temporalio/client';
import { checkpointFolder } from '../../../../../store/checkpoints';
import { testSeals } from '../../../../../testing/seals';
import { scratchStore } from '../../../../../testing/store';
import { compareCheckpoints } from './restored';

const NONE = Object.assign(new Error('workflow not found'), { code: 5, details: '', metadata: {} });

/** A client of a server that answers this of the last run. */
const asking = (answer: () => Promise<unknown>): Client =>
  ({
    options: { namespace: 'default', loadedDataConverter: { payloadCodecs: [] } },
    workflowService: { describeWorkflowExecution: answer },
  }) as unknown as Client;

test('a run under the name of the checkpoints that no worker has started is named', async () => {
  const { store } = await scratchStore();
  const client = asking(() => Promise.resolve({ workflowExecutionInfo: { execution: { runId: 'a-run' } } }));
  await expect(compareCheckpoints({ client, queue: 'q', store })).rejects.toThrow(
    'checkpoint/q a-run (not a worker’s)',
  );
});

test('names in the store that no worker has sealed are told, where the keys are there, and nothing is judged by them', async () => {
  const { store } = await scratchStore();
  const client = asking(() => Promise.reject(NONE));
  const place = { client, queue: 'q', store };
  expect(await compareCheckpoints(place)).toBe('–');
  const checkpoint = { no: 9, id: '00000000-0000-4000-8000-000000000000', at: 0 };
  const name = `mail/@checkpoints/${checkpointFolder('default', 'q')}/000000009~${checkpoint.id}.done`;
  await store.put(name, Buffer.from(JSON.stringify({ checkpoint, seal: 'test-1.x' })));
  await expect(compareCheckpoints({ ...place, seals: testSeals() })).rejects.toThrow(
    `${name} (not a worker’s`,
  );
  await expect(compareCheckpoints(place)).rejects.toThrow(/^database –, store 1970/);
});
