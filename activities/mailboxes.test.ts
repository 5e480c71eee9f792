import { Client, WorkflowNotFoundError } from '@temporalio/client';
import { MockActivityEnvironment } from '@temporalio/testing';
import { aBrief, SLOT } from '../testing/digest';
import { PersonId } from '../base/ids';
import type { Store } from '../store/store';
import { failureOf, scratchStore } from '../testing/store';
import { testSeals } from '../testing/seals';
import { createMailboxActivities } from './mailboxes';

test('an item that waits for a receipt names the mailbox that says why', async () => {
  const { store } = await scratchStore();
  const { awaitReceipts } = createMailboxActivities({
    client: new Client(),
    taskQueue: 'rectify',
    store,
    seals: testSeals(),
    gatherMs: 0,
  });
  const id = `${aBrief().item}/c1#7`;
  const waiting = awaitReceipts([{ mailbox: 'yi', to: PersonId.parse('yi'), id, kind: 'fact', slot: SLOT }]);
  expect(await failureOf(waiting)).toMatchObject({
    type: 'MailPending',
    message: expect.stringMatching(`信箱 yi 的 ${id}.*${id} of mailbox yi`) as string,
  });
});

describe('what a round passes on to its items', () => {
  const passingOn = (fail: (item: string) => Error | undefined) => {
    const asked: string[] = [];
    const client = new Client();
    client.workflow.getHandle = ((item: string) => ({
      signal: () => {
        asked.push(item);
        const error = fail(item);
        return error ? Promise.reject(error) : Promise.resolve();
      },
    })) as unknown as typeof client.workflow.getHandle;
    const { passOn } = createMailboxActivities({
      client,
      taskQueue: 'rectify',
      store: {} as Store,
      seals: testSeals(),
      gatherMs: 0,
    });
    const order = { submission: { jws: 'e30.e30.e30' }, to: ['item/2021-03/1.1/c1', 'item/2021-03/1.2/c1'] };
    const done = new MockActivityEnvironment().run(() => passOn(order));
    return { done, asked };
  };

  test('is tried again where the server cannot be reached', async () => {
    const { done } = passingOn(() => new Error('unavailable'));
    await expect(done).rejects.toThrow('unavailable');
  });

  test('reaches the others where one has ended', async () => {
    const { done, asked } = passingOn((item) =>
      item.includes('1.1') ? new WorkflowNotFoundError('ended', item, undefined) : undefined,
    );
    await expect(done).resolves.toBeUndefined();
    expect(asked).toHaveLength(2);
  });
});
