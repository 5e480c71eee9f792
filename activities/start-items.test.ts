import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { MockActivityEnvironment } from '@temporalio/testing';
import { packed } from '../base/deflated';
import { aBirth } from '../testing/world';
import { sealedFor, testSeals } from '../testing/seals';
import { WORKFLOWS } from '../workflows/messages';
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
    memo: { startedBy: 'first', seal: expect.stringMatching(/^test-1\./) as string },
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
  for (const one of [late, now]) expect(one?.memo).toMatchObject({ startedBy: 'round/2021-03/run' });
});

describe('where something has the name of an item already', () => {
  const ITEM = 'item/2021-03/1.2';
  const DAY = new Date('2021-05-06T00:00:00Z');

  /** What comes of an order where `described` has the name; whether a second start would be taken. */
  const outcomeWith = async (described: object, { order = {}, isFree = true, unsealedUntil = 0 } = {}) => {
    const policies: unknown[] = [];
    const start = (_: unknown, { workflowIdReusePolicy }: { workflowIdReusePolicy: string }) => {
      policies.push(workflowIdReusePolicy);
      const isTaken = workflowIdReusePolicy === 'REJECT_DUPLICATE' || !isFree;
      const taken = new WorkflowExecutionAlreadyStartedError('taken', ITEM, WORKFLOWS.item);
      return isTaken ? Promise.reject(taken) : Promise.resolve();
    };
    const describe = () => Promise.resolve({ startTime: DAY, ...described });
    const client = { workflow: { start, getHandle: () => ({ describe }) } } as unknown as Client;
    const terms = { client, taskQueue: 'queue', seals: testSeals(), unsealedUntil };
    const { startItems } = createStartActivities(terms);
    const given = { startedBy: 'first', starts: [{ birth: aBirth(), delay: 0 }], ...order };
    const environment = new MockActivityEnvironment({ workflowNamespace: 'default', namespace: 'default' });
    return { answer: await environment.run(startItems, packed(given) as never), policies };
  };

  const answers = { answersTaken: true };
  const sealOf = (startedBy: string, to = ITEM) => sealedFor('started-by', to, { startedBy });

  test('an item that this round has started is left as it is, also once it has ended', async () => {
    const memo = { startedBy: 'first', seal: sealOf('first') };
    for (const closeTime of [undefined, DAY]) {
      const { answer, policies } = await outcomeWith({ memo, closeTime }, { order: answers });
      expect(answer).toEqual({ taken: [] });
      expect(policies).toEqual(['REJECT_DUPLICATE']);
    }
  });

  test.each([
    ['nobody', undefined],
    ['a run that somebody read off an item', { startedBy: 'first' }],
    ['a seal for another item', { startedBy: 'first', seal: sealOf('first', 'item/2021-03/1.1') }],
    ['a seal for another run', { startedBy: 'first', seal: sealOf('second') }],
  ])('a workflow that names %s is a stranger’s: it is reported while it runs', async (_, memo) => {
    const { answer, policies } = await outcomeWith({ memo }, { order: answers });
    expect(answer).toEqual({ taken: [ITEM] });
    expect(policies).toHaveLength(1);
  });

  test('a stranger’s that has ended leaves the name free', async () => {
    const { answer, policies } = await outcomeWith({
      memo: { startedBy: 'first', seal: expect.stringMatching(/^test-1\./) as string },
      closeTime: DAY,
    });
    expect(answer).toEqual({ taken: [] });
    expect(policies).toEqual(['REJECT_DUPLICATE', 'ALLOW_DUPLICATE']);
  });

  test('a name that is taken again meanwhile is reported', async () => {
    const { answer } = await outcomeWith({ closeTime: DAY }, { order: answers, isFree: false });
    expect(answer).toEqual({ taken: [ITEM] });
  });

  test('an item of another round of that name is never replaced', async () => {
    const memo = { startedBy: 'second', seal: sealOf('second') };
    const { answer, policies } = await outcomeWith({ memo, closeTime: DAY }, { order: answers });
    expect(answer).toEqual({ taken: [ITEM] });
    expect(policies).toHaveLength(1);
  });

  test('a memo of an older version counts for as long as such are taken', async () => {
    const memo = { startedBy: 'first' };
    const { answer } = await outcomeWith(
      { memo, closeTime: DAY },
      { order: answers, unsealedUntil: DAY.getTime() + 1 },
    );
    expect(answer).toEqual({ taken: [] });
  });

  test('an order of an older version waits, for its round would not hear the answer', async () => {
    await expect(outcomeWith({})).rejects.toMatchObject({ type: 'ItemOfAnother', nonRetryable: false });
  });
});
