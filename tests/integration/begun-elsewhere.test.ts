import { setTimeout as sleep } from 'node:timers/promises';
import { itemWorkflowId, TASK_QUEUE } from '../../workflows/messages';
import { hasFired, LOOKED_FOR_MS } from '../support/gone-worker';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

/** How fast the round's time goes: its first wake comes some twenty seconds after it has begun. */
const RATE = 240_000;
/** More questions than a worker that dies may take with it. */
const QUESTIONS = 8;

/** Begins the next workflow task of a workflow as a worker would that dies over it; takes questions that come before it, too. */
const beginAndDie = (workflow: string): Promise<true> =>
  poll('a workflow task to begin', async () => {
    const { namespace } = world.client.options;
    const { workflowService } = world.connection;
    const asked = { namespace, taskQueue: { name: TASK_QUEUE }, identity: 'dies' };
    const { query, workflowExecution } = await world.connection.withDeadline(Date.now() + 20_000, () =>
      workflowService.pollWorkflowTaskQueue(asked),
    );
    return !query && workflowExecution?.workflowId === workflow;
  });

test('an item whose task another worker has begun, and not completed, goes on as its history says, though somebody asked for it meanwhile', async () => {
  const { rectify } = world;
  const round = 'begun-elsewhere';
  const killed = await world.startWorker();
  const plan = planOf({ round, deadline: '2021-06-30' });
  const { item } = (await world.begin(plan, world.clockFrom(at('2021-05-06'), RATE, round)))();
  const workflow = itemWorkflowId(item, 1);
  await poll('the item', () => rectify.item(item));
  await poll('what its birth has caused', async () => (await world.receipts(round)).length > 0);
  await world.kill(killed);
  await sleep(LOOKED_FOR_MS);
  const asked = Array.from({ length: QUESTIONS }, () => rectify.item(item).catch((): undefined => undefined));
  await poll('its wake', () => hasFired(world, workflow));
  await beginAndDie(workflow);
  const next = await world.startWorker();
  await Promise.all(asked);
  await poll('the item to notice the time', async () => {
    const { log } = await rectify.item(item);
    return log.some(({ event }) => event.type === 'rung-reached');
  });
  const { log } = await rectify.item(item);
  await world.kill(next);
  await world.startWorker();
  const { log: again } = await rectify.item(item);
  expect(again.slice(0, log.length)).toEqual(log);
}, 180_000);
