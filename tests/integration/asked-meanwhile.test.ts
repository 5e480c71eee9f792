import { setTimeout as sleep } from 'node:timers/promises';
import { itemWorkflowId } from '../../workflows/messages';
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

/** How fast the round's time goes: its first wake comes a few seconds after it has begun. */
const RATE = 800_000;

test('an item that somebody asks for while no worker is there goes on as its history says, whatever comes meanwhile', async () => {
  const { rectify } = world;
  const round = 'asked-meanwhile';
  const killed = await world.startWorker();
  const plan = planOf({ round, deadline: '2021-06-30' });
  const { item } = (await world.begin(plan, world.clockFrom(at('2021-05-06'), RATE, round)))();
  await poll('the item', () => rectify.item(item));
  await poll('what its birth has caused', async () => (await world.receipts(round)).length > 0);
  await world.kill(killed);
  const dead = Date.now();
  // The server gives a question up that waits too long; what matters is that it was asked.
  const asked = [1, 2, 3].map(() => rectify.item(item).catch((): undefined => undefined));
  await poll('its wake', () => hasFired(world, itemWorkflowId(item, 1)));
  await sleep(Math.max(0, dead + LOOKED_FOR_MS - Date.now()));
  const next = await world.startWorker();
  for (const view of await Promise.all(asked)) if (view) expect(view.state.item).toBe(item);
  await poll('the item to notice the time', async () => {
    const { log } = await rectify.item(item);
    return log.some(({ event }) => event.type === 'rung-reached');
  });
  await world.kill(next);
  await world.startWorker();
  const view = await poll('the item once more', () => rectify.item(item));
  expect(view.state.item).toBe(item);
}, 120_000);
