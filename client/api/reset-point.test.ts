import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { resetPoint } from './reset-point';

const { EVENT_TYPE_WORKFLOW_TASK_COMPLETED: COMPLETED, EVENT_TYPE_WORKFLOW_TASK_STARTED: STARTED } =
  temporal.api.enums.v1.EventType;

/** A server whose answers to the question for a history, latest page first, are given. */
const aServer = (answer: (page: number) => Promise<object>) => {
  let page = 0;
  const getWorkflowExecutionHistoryReverse = () => answer(page++);
  return { workflowService: { getWorkflowExecutionHistoryReverse }, options: {} } as unknown as Client;
};

const failing = (code: number) =>
  aServer(() => Promise.reject(Object.assign(new Error(), { code, details: '', metadata: {} })));

const events = (types: readonly number[], first: number, next = '') => ({
  history: { events: types.map((eventType, index) => ({ eventType, eventId: first - index })) },
  nextPageToken: Buffer.from(next),
});

test('it is the end of the last task, however far back', async () => {
  const pages = [events([STARTED, STARTED], 9, 'more'), events([STARTED, COMPLETED, COMPLETED], 7)];
  expect(
    await resetPoint(
      aServer((page) => Promise.resolve(pages[page] ?? {})),
      'item/a/1.1',
    ),
  ).toBe(6);
});

test('that one may not ask is not that there is no history', async () => {
  expect(await resetPoint(failing(7), 'item/a/1.1')).toBe('forbidden');
  expect(await resetPoint(failing(5), 'item/a/1.1')).toBeUndefined();
});
