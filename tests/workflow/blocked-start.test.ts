import type { ItemId, RoundId } from '../../base/ids';
import { PAUSE } from '../../domain/round/blocked';
import { itemWorkflowId, WORKFLOWS } from '../../workflows/messages';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

/* Somebody who may start workflows has taken the name of an item before its round starts it. */

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const START = at('2021-05-06');
const client = () => world.env.client.workflow;

/** At the queue of the workers it ends at once, for it has no seal. */
const squat = (item: ItemId, taskQueue: string) =>
  client().start(WORKFLOWS.item, { args: [{}], workflowId: itemWorkflowId(item, 1), taskQueue });

/** One that runs for ever: its own worker has done its task, and nothing follows. */
const squatForever = async (item: ItemId) => {
  const { workflowService, options } = world.env.client;
  const stranger = await squat(item, 'of-a-stranger');
  const { namespace } = options;
  const taskQueue = { name: 'of-a-stranger' };
  const { taskToken } = await workflowService.pollWorkflowTaskQueue({ namespace, taskQueue });
  await workflowService.respondWorkflowTaskCompleted({ namespace, taskToken, commands: [] });
  return stranger;
};

const eventsOf = async (round: RoundId) =>
  (await world.rectify.roundLog(round)).map(({ event }) => event.type);

test('a round goes on where a stranger has the name of an item, says so, and starts it once the name is free', async () => {
  const plan = planOf({ round: 'blocked', deadline: '2021-06-30' });
  const { round } = plan;
  const item = `${round}/1.1` as ItemId;
  const stranger = await squatForever(item);
  await world.begin(plan, START);
  await poll('the entry', async () => (await eventsOf(round)).includes('start-blocked'));
  await stranger.terminate();
  await world.env.sleep(PAUSE + 1000);
  const view = await poll('the item', () => world.rectify.item(item));
  expect(view.state).toMatchObject({ status: 'assigned' });
  await poll('the mail that says so', () => world.smtp.mails.some(({ text }) => text?.includes('未能启动')));
  expect((await eventsOf(round)).filter((type) => type === 'start-blocked')).toHaveLength(1);
});

test('the name of an item is free where what had it has ended of itself', async () => {
  const plan = planOf({ round: 'ended', deadline: '2021-06-30' });
  const item = `${plan.round}/1.1` as ItemId;
  const stranger = await squat(item, world.taskQueue);
  await stranger.result().catch(() => undefined);
  await world.begin(plan, START);
  await poll('the item', () => world.rectify.item(item));
  expect(await eventsOf(plan.round)).not.toContain('start-blocked');
});
