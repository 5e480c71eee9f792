import type { Client } from '@temporalio/client';
import { itemId } from '../../base/ids';
import { testSeals } from '../../testing/seals';
import { anItem, archiveIt, NOW } from '../../testing/item';
import { roundWorkflowId, rowsSignal, WORKFLOWS } from '../../workflows/messages';
import { handInLast } from './hand-in-last';

const life = anItem('closed');
archiveIt(life, NOW);
const row = { ...life.firstRow(), version: 7 };

type Run = { queue: string; type: string; status: string };

/** A server that has this run under the name of the item, and what it was signalled. */
const serverWith = ({ queue = 'rectify', type = WORKFLOWS.item, status = 'COMPLETED' }: Partial<Run>) => {
  const signalled: unknown[] = [];
  const raw = {
    executionConfig: { taskQueue: { name: queue } },
    workflowExecutionInfo: { type: { name: type } },
  };
  const client = {
    options: { namespace: 'default' },
    workflow: {
      getHandle: (id: string, runId?: string) => ({
        describe: () => Promise.resolve({ status: { name: status }, runId: 'the-run', raw }),
        query: () => Promise.resolve(runId === 'the-run' ? life.view(NOW) : undefined),
        signal: (...args: unknown[]) => Promise.resolve(signalled.push([id, ...args])),
      }),
    },
  } as unknown as Client;
  return { client, signalled };
};

const handIn = async (run: Partial<Run>, keys = true) => {
  const { client, signalled } = serverWith(run);
  const seals = keys ? testSeals() : undefined;
  const done = await handInLast({ client, queue: 'rectify', seals }, { row, cycle: 1 });
  return { done, signalled };
};

test('the last line of the run that went to its end is handed in, sealed for its round, above what the ledger has', async () => {
  const { done, signalled } = await handIn({});
  expect(done).toBe(true);
  const to = roundWorkflowId(life.context.round.id);
  expect(signalled).toEqual([
    [to, rowsSignal, [expect.objectContaining({ status: 'archived', version: 8 })], expect.any(String)],
  ]);
  const [[, , message, seal]] = signalled as [[string, unknown, unknown, string]];
  expect(testSeals().isGood(seal, 'rows', { namespace: 'default', to, message })).toBe(true);
});

test.each([
  ['on a queue of somebody else', { queue: 'elsewhere' }],
  ['of another type', { type: 'anything' }],
  ['that is at work', { status: 'RUNNING' }],
  ['that was terminated', { status: 'TERMINATED' }],
])('nothing of a run %s is sealed', async (_, run) => {
  expect(await handIn(run)).toEqual({ done: false, signalled: [] });
});

test('nothing is sealed that a run says of another item', async () => {
  const other = { ...row, item: itemId(life.context.round.id, '9.9' as never) };
  const { client, signalled } = serverWith({});
  const place = { client, queue: 'rectify', seals: testSeals() };
  expect(await handInLast(place, { row: other, cycle: 1 })).toBe(false);
  expect(signalled).toEqual([]);
});

test('nothing is handed in without the workers’ keys', async () => {
  expect(await handIn({}, false)).toEqual({ done: false, signalled: [] });
});
