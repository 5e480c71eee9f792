import { type Client, ServiceError } from '@temporalio/client';
import { ValueError, WorkflowNotFoundError } from '@temporalio/common';
import { described } from './described';

const RAW = {
  workflowExecutionInfo: {
    status: 5,
    startTime: { seconds: 1_620_000_000 },
    execution: { runId: 'run' },
  },
  pendingActivities: [],
};

const serverThat = (describe: () => Promise<unknown>): Client =>
  ({
    workflow: { getHandle: () => ({ describe }) },
    workflowService: { describeWorkflowExecution: () => Promise.resolve(RAW) },
    options: { namespace: 'default' },
  }) as unknown as Client;

test('a memo that nobody can read hides nothing else', async () => {
  const server = serverThat(() => Promise.reject(new ValueError('Unknown encoding: zzz')));
  expect(await described(server, 'item/2021-03/1.1')).toEqual({
    status: { name: 'TERMINATED' },
    startTime: new Date(1_620_000_000_000),
    runId: 'run',
    raw: RAW,
  });
});

test.each([
  new WorkflowNotFoundError('not there', 'item/2021-03/1.1', undefined),
  new ServiceError('away', { cause: Object.assign(new Error('14 UNAVAILABLE'), { code: 14 }) }),
])('what the server itself says is passed on: %s', async (error) => {
  const server = serverThat(() => Promise.reject(error));
  await expect(described(server, 'item/2021-03/1.1')).rejects.toBe(error);
});
