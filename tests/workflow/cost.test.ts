import { temporal } from '@temporalio/proto';
import { generateKey, sign, type SigningKey } from '../../client/keys';
import { instant } from '../../domain/calendar/zone';
import type { Command } from '../../domain/item/command';
import { costOf } from '../../testing/history-cost';
import { itemWorkflowId } from '../../workflows/messages';
import { Hands } from '../support/commands';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

const SCHEDULED = temporal.api.enums.v1.EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED;

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const keys = new Map<string, SigningKey>(
  ['handler-1', 'leader', 'acceptor', 'head', 'office'].map((person) => [person, generateKey()]),
);
const rings = Object.fromEntries(
  [...keys].map(([person, { kid, x }]) => [person, [{ kid, x, from: instant(0) }]]),
);
const signedBy = (command: Command): string => sign(command, keys.get(command.by) ?? generateKey());

/** An ordinary item of 60 days: one measure with evidence, one return, done again, approved, accepted, archived. */
const ordinaryItem = async (round: string, isSigned: boolean) => {
  const plan = planOf({
    round,
    deadline: '2021-07-06',
    ...(isSigned && { policy: { identity: 'signed' }, keys: rings }),
  });
  const { clock, hands } = await world.begin(plan, at('2021-05-06'));
  const { item } = hands();
  const hand = isSigned ? new Hands(world.rectify, world.storeUrl, item, 'handler-1', signedBy) : hands();
  await poll('the item', () => world.rectify.item(item));
  const deeds: [string, () => Promise<unknown>][] = [
    ['2021-05-10', () => hand.acknowledge()],
    ['2021-05-20', () => hand.handIn('证据')],
    ['2021-05-24', () => hand.tell('handler-1', 'complete-measure', { measure: 1, result: '已核对完毕' })],
    ['2021-05-26', () => hand.tell('handler-1', 'request-closure', { summary: '措施均已完成,申请销号' })],
    ['2021-05-28', () => hand.giveBack('leader', '2021-07-06')],
    ['2021-06-10', () => hand.handIn('补充的证据')],
    ['2021-06-11', () => hand.tell('handler-1', 'request-closure', { summary: '已补齐签字记录,申请销号' })],
    ['2021-06-15', () => hand.approve()],
    ['2021-06-17', () => hand.accept()],
  ];
  for (const [day, deed] of deeds) {
    await world.skipTo(clock, at(day, '10:00'));
    await deed();
  }
  await world.skipTo(clock, at('2021-06-18', '10:00'));
  await untilStatus(world.rectify, item, 'archived');
  const workflow = world.env.client.workflow.getHandle(itemWorkflowId(item, 1));
  await workflow.result();
  return workflow.fetchHistory();
};

test.each([
  ['claimed', false, 36_000],
  ['signed', true, 44_000],
] as const)('an ordinary item, its commands %s, costs little', async (name, isSigned, bytes) => {
  const cost = costOf(await ordinaryItem(`cost-${name}`, isSigned));
  expect(cost.actions).toBeLessThanOrEqual(35);
  expect(cost.workflowTasks).toBeLessThanOrEqual(26);
  expect(cost.bytes).toBeLessThan(bytes);
});

test('the timeline says what was done, and in which role', async () => {
  const { events } = await ordinaryItem('timeline', false);
  const summaries = (events ?? [])
    .filter(({ eventType }) => eventType === SCHEDULED)
    .map(
      ({ userMetadata }) => JSON.parse(Buffer.from(userMetadata?.summary?.data ?? '""').toString()) as string,
    );
  expect(summaries).toEqual(
    expect.arrayContaining(['审核同意 approve · 责任领导 leader', '验收通过 accept · 验收人 acceptor']),
  );
});
