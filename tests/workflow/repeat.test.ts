import { randomUUID } from 'node:crypto';
import { civilOf, instant } from '../../domain/calendar/zone';
import { checkLog, genesis } from '../../domain/item/log';
import { type ItemBirth, ItemLife } from '../../domain/item/life';
import { itemId, type ItemNumber } from '../../base/ids';
import { birthOf as birthIn } from '../../domain/round/birth';
import { commandUpdate, type ItemInput, itemWorkflowId, WORKFLOWS } from '../../workflows/messages';
import { sealedFor } from '../../testing/seals';
import { sealedPartOf } from '../../workflows/sealed-part';
import { commandOf, Hands } from '../support/commands';
import { untilStatus } from '../support/life';
import { calendar2021, planOf } from '../support/plans';
import { poll } from '../support/poll';
import { at } from '../support/instants';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

test('the same command twice acts once and is answered the same, whatever Update carries it', async () => {
  const { rectify, env } = world;
  const { hands } = await world.begin(planOf({ round: 'twice' }), at('2021-05-06'));
  const { item } = hands();
  await poll('the item', () => rectify.item(item));
  const command = commandOf('handler-1', item, 'acknowledge', {});

  const answers = [await rectify.command(command), await rectify.command(command)];
  const workflow = env.client.workflow.getHandle(itemWorkflowId(item, 1));
  answers.push(
    await workflow.executeUpdate(commandUpdate, { args: [{ claimed: command }], updateId: randomUUID() }),
  );

  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const { log } = await rectify.item(item);
  expect(log.map(({ event }) => event.type)).toEqual(['assigned', 'acknowledged']);
});

/** An item that has lived without an engine up to its first posts. */
const earlierLife = (birth: ItemBirth): ItemLife => {
  const life = new ItemLife(birth);
  life.catchUp();
  life.takePosts(birth.assignedAt, itemWorkflowId(birth.item, 1));
  return life;
};

test('an item that continues from its memory repeats old answers and goes on to the archive', async () => {
  const { rectify, env, taskQueue } = world;
  const { items, ...head } = planOf({ round: 'carried', deadline: '2021-06-30' });
  const clock = await world.clockFrom(at('2021-05-10'), 'carried');
  const item = itemId(head.round, '1.1' as ItemNumber);
  const [planned] = items;
  if (!planned) throw new Error('a plan without items');
  const round = { schemaVersion: 1 as const, head, items, calendar: calendar2021, clock };
  const birth = birthIn(round, planned, 0, at('2021-05-06'));
  const life = earlierLife(birth);
  const command = commandOf('handler-1', item, 'acknowledge', {});
  const first = life.carryOut(command, at('2021-05-07'));
  life.takePosts(at('2021-05-07'), itemWorkflowId(item, 1));

  const input: ItemInput = { schemaVersion: 1, ...birth, carried: life.remember() };
  const workflowId = itemWorkflowId(item, 1);
  await env.client.workflow.start(WORKFLOWS.item, {
    args: [{ ...input, seal: sealedFor('carried', workflowId, sealedPartOf(input)) }],
    workflowId,
    taskQueue,
  });
  expect(await rectify.command(command)).toEqual(first);

  const hand = new Hands(rectify, world.storeUrl, item);
  await hand.handIn('证据');
  await hand.tell('handler-1', 'complete-measure', { measure: 1, result: '已核对完毕' });
  await hand.tell('handler-1', 'request-closure', { summary: '措施均已完成,申请销号' });
  await hand.approve();
  await hand.accept();
  // Two mails of the earlier life have no receipts; the bag is written without them after an hour.
  await world.skipTo(clock, instant(at('2021-05-10') + 3 * 3_600_000));
  const { state, log } = await untilStatus(rectify, item, 'archived');
  expect(state.acceptance).toMatchObject({ by: 'acceptor' });
  const { policy, calendar } = birth.context;
  const origin = genesis({ item, cycle: 1, policy: policy.version, calendar: calendar.version });
  expect(checkLog(log, origin)).toEqual([]);
  expect(log.at(-1)?.event).toMatchObject({ type: 'archived', missingMails: 2 });
  expect(civilOf(log.at(-1)?.at ?? instant(0))).toBe('2021-05-10');
});
