import { itemId, ItemNumber } from '../../base/ids';
import { itemWorkflowId, mailboxWorkflowId } from '../../workflows/messages';
import { at } from '../support/instants';
import { boxOf } from '../support/mails';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
  await world.startWorker();
});
afterAll(() => world.close());

/** Items are started by fifties: this one is of the second. */
const TAKEN = ItemNumber.parse('1.55');

test('an item that cannot be started keeps nobody from hearing of those that were', async () => {
  const { client, rectify } = world;
  const plan = planOf({ round: 'blocked', items: 60, deadline: '2021-06-30' });
  const name = itemWorkflowId(itemId(plan.round, TAKEN), 1);
  await client.workflow.start('somebody', { workflowId: name, taskQueue: 'elsewhere' });
  const clock = world.clockFrom(at('2021-05-06'), 1, plan.round);
  await world.begin(plan, clock);
  const box = client.workflow.getHandle(mailboxWorkflowId(boxOf('handler-1', clock)));
  await poll('a post', () => box.describe(), 120);
  expect((await rectify.totals(plan.round)).items).toBe(60);
  expect((await client.workflow.getHandle(name).describe()).type).toBe('somebody');
}, 180_000);
