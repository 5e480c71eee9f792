import { toPayload } from '../../base/deflated';
import { aDigest, aFact } from '../../testing/digest';
import { mailQueue, TASK_QUEUE } from '../../workflows/messages';
import { rejectionOf } from '../attack/rejection';
import { startProductionSet } from '../support/production/set';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create({ server: await startProductionSet(() => undefined) });
  await world.startWorker();
});
afterAll(() => world.close());

test.each([
  ['mails nothing', 'sendDigest', mailQueue(TASK_QUEUE), { ...aDigest([aFact('assigned')]), ids: [] }],
  ['seals nothing', 'sealInput', TASK_QUEUE, { to: 'mailbox/yi' }],
  ['tells nobody', 'tell', TASK_QUEUE, { posts: [] }],
])('an activity that somebody starts by itself %s', async (_, activity, taskQueue, content) => {
  const alone = await world.client.activity.start(activity, {
    id: activity,
    taskQueue,
    args: [toPayload(content)],
    startToCloseTimeout: '10s',
    scheduleToCloseTimeout: '30s',
  });
  const failure = (await rejectionOf(alone.result())) as { cause?: { type?: string } };
  expect(failure.cause?.type).toBe('NotInWorkflow');
  expect(world.smtp.mails).toEqual([]);
});
