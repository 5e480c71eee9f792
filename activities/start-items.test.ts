import type { Client } from '@temporalio/client';
import { MockActivityEnvironment } from '@temporalio/testing';
import { packed } from '../base/deflated';
import { aBirth } from '../testing/world';
import { testSeals } from '../testing/seals';
import { createStartActivities } from './start-items';

type Started = { workflowId: string; memo: object; startDelay?: number; args: [{ seal?: string }] };

/** What a client is asked to start for an order. */
const startedFor = async (order: object): Promise<Started[]> => {
  const started: Started[] = [];
  const start = (_: unknown, options: Started) => Promise.resolve(void started.push(options));
  const client = { workflow: { start } } as unknown as Client;
  const { startItems } = createStartActivities({ client, taskQueue: 'queue', seals: testSeals() });
  const round = { workflowId: 'round/2021-03', runId: 'run' };
  await new MockActivityEnvironment({ workflowExecution: round }).run(startItems, packed(order) as never);
  return started;
};

test('items are started once they are told to be, sealed, and named for the round’s first run', async () => {
  const [one] = await startedFor({ startedBy: 'first', starts: [{ birth: aBirth(), delay: 250 }] });
  expect(one).toMatchObject({
    workflowId: 'item/2021-03/1.2',
    startDelay: 250,
    memo: { startedBy: 'first' },
    args: [{ seal: expect.stringMatching(/^test-1\./) as string }],
  });
});

test('an order that a round of an older version is still waiting for is carried out as it was meant', async () => {
  const begin = Date.now() + 60_000;
  const [late, now] = await startedFor([
    { birth: aBirth(), begin },
    { birth: aBirth(), begin: 0 },
  ]);
  expect(late?.startDelay).toBeGreaterThan(50_000);
  expect(late?.startDelay).toBeLessThanOrEqual(60_000);
  expect(now).not.toHaveProperty('startDelay');
  for (const one of [late, now]) expect(one?.memo).toEqual({ startedBy: 'round/2021-03/run' });
});
