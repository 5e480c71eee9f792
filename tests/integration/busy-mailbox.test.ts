import { MockActivityEnvironment } from '@temporalio/testing';
import { createMailboxActivities } from '../../activities/mailboxes';
import { REAL_TIME } from '../../domain/calendar/clock';
import { instant } from '../../domain/calendar/zone';
import { ItemLife } from '../../domain/item/life';
import { briefOf } from '../../domain/ladder/correspondence';
import type { MailboxPost } from '../../domain/ladder/notice';
import { aBirth, PEOPLE } from '../../testing/world';
import { receiptsFrom } from '../../store/receipts';
import { openStore } from '../../store/open';
import { testSeals } from '../../testing/seals';
import { TASK_QUEUE } from '../../workflows/messages';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
  await world.startWorker();
});
afterAll(() => world.close());

const GATHERED = 2500;
const BATCH = 50;
/** With its brief a notice is more than a kilobyte: all of them together are more than Temporal takes in one payload. */
const TEXT = '请核对每一份记录的签字和日期，逐件说明'.repeat(20);

const { state, context } = new ItemLife(aBirth());

const aPost = (no: number): MailboxPost => ({
  schemaVersion: 1,
  clock: REAL_TIME,
  to: { person: PEOPLE.handler, name: '乙', address: 'yi@example.org', language: 'zh-CN' },
  brief: briefOf(state, context, `item/2021-03/9.${no}`),
  facts: [
    { id: `2021-03/9.${no}/c1#1`, kind: 'commented', slot: instant(0), cc: false, by: '甲', text: TEXT },
  ],
  reminders: { version: 1, list: [] },
});

test('whatever has gathered while the mail server was away goes out in one mail', async () => {
  const { client, smtp, storeUrl } = world;
  const store = await openStore(storeUrl);
  const activities = createMailboxActivities({
    client,
    taskQueue: TASK_QUEUE,
    store,
    seals: testSeals(),
    gatherMs: 10,
  });
  const environment = new MockActivityEnvironment({ namespace: world.server.namespace });
  const postToMailbox = (post: MailboxPost) => environment.run(() => activities.postToMailbox(post));
  smtp.busy = true;
  await postToMailbox(aPost(0));
  await poll('the first attempt', () => smtp.attempts > 0);
  for (let no = 1; no <= GATHERED; no += BATCH)
    await Promise.all(Array.from({ length: BATCH }, (_, k) => postToMailbox(aPost(no + k))));
  smtp.busy = false;

  const said = async () => {
    const receipts = await receiptsFrom(store, PEOPLE.handler, instant(0));
    return new Set(receipts.flatMap(({ notices }) => notices.map(({ id }) => id))).size;
  };
  await poll('all notices', async () => (await said()) === 1 + GATHERED, 120);
  expect(smtp.to('yi@example.org')).toHaveLength(2);
}, 240_000);
