import { Client } from '@temporalio/client';
import { aBrief, SLOT } from '../testing/digest';
import { PersonId } from '../base/ids';
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
