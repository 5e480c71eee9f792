import { temporal } from '@temporalio/proto';
import { itemId } from '../../base/ids';
import { itemWorkflowId, mailboxWorkflowId, postsSignal } from '../../workflows/messages';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

const { EventType } = temporal.api.enums.v1;

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const eventsOf = async (workflowId: string) =>
  (await world.env.client.workflow.getHandle(workflowId).fetchHistory()).events ?? [];

const count = (events: readonly temporal.api.history.v1.IHistoryEvent[], type: number): number =>
  events.filter(({ eventType }) => Number(eventType) === type).length;

test('of an import everybody hears in one post, and the ledger in one, whatever the number of items', async () => {
  const plan = planOf({ round: 'born', items: 4, deadline: '2021-06-30' });
  await world.begin(plan, at('2021-05-06', '18:00'));
  const ids = plan.items.map(({ number }) => itemId(plan.round, number));
  for (const id of ids) await poll(id, () => world.rectify.item(id));
  const handler = plan.items[0]?.handler ?? '';
  const box = mailboxWorkflowId(`${handler}.some-body@born`);
  const posts = await poll('the post', async () => {
    const signals = (await eventsOf(box)).filter(
      ({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName === postsSignal.name,
    );
    return signals.length > 0 ? signals : undefined;
  });
  expect(posts).toHaveLength(1);
  const rows = await poll('the ledger', async () => {
    const { rows } = await world.rectify.ledger(plan.round);
    return rows.every(({ version }) => version === 1) ? rows : undefined;
  });
  expect(rows).toHaveLength(4);
  for (const id of ids)
    expect(count(await eventsOf(itemWorkflowId(id, 1)), EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)).toBe(
      0,
    );
});
