import { temporal } from '@temporalio/proto';
import { costOf } from '../../testing/history-cost';
import { ordinaryItem } from '../support/ordinary-item';
import { VirtualWorld } from '../support/virtual-world';

const SCHEDULED = temporal.api.enums.v1.EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED;

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

test.each([
  ['claimed', false, 38_000],
  ['signed', true, 48_000],
] as const)('an ordinary item, its commands %s, costs little', async (name, isSigned, bytes) => {
  const cost = costOf(await ordinaryItem(world, `cost-${name}`, isSigned));
  expect(cost.actions).toBeLessThanOrEqual(35);
  expect(cost.workflowTasks).toBeLessThanOrEqual(26);
  expect(cost.bytes).toBeLessThan(bytes);
});

test('the timeline says what was done, and in which role', async () => {
  const { events } = await ordinaryItem(world, 'timeline', false);
  const summaries = (events ?? [])
    .filter(({ eventType }) => eventType === SCHEDULED)
    .map(
      ({ userMetadata }) => JSON.parse(Buffer.from(userMetadata?.summary?.data ?? '""').toString()) as string,
    );
  expect(summaries).toEqual(
    expect.arrayContaining(['审核同意 approve · 责任领导 leader', '验收通过 accept · 验收人 acceptor']),
  );
});
