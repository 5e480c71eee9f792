import { fileURLToPath } from 'node:url';
import { verifyFolder } from '../../client/verbs/verify';
import type { RoundBag } from '../../domain/round/life';
import { openBag } from '../../store/bag';
import { openStore } from '../../store/store';
import { roundWorkflowId } from '../../workflows/messages';
import { archivedRound, closeRound, publish, stored } from '../support/closable-round';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

test('a worker killed while the bag of a round is written: the next one writes it whole, once, and the round ends', async () => {
  const { rectify, client } = world;
  const killed = await world.startWorker();
  // A document that takes a while to be read.
  const round = await archivedRound(world, 'closing', 300);
  await publish(world, round, await stored(world, '通报', 1));
  const handle = client.workflow.getHandle(roundWorkflowId(round));
  await closeRound(world, round);
  await poll('the bag to be written', async () => {
    const { raw } = await handle.describe();
    return raw.pendingActivities?.some(({ activityType }) => activityType?.name === 'archiveRound');
  });
  await world.kill(killed);

  const next = await world.startWorker();
  const result = (await handle.result()) as RoundBag;
  expect(result).toMatchObject({ bag: 'bags/closing/round' });
  const log = await rectify.roundLog(round);
  expect(log.map(({ event }) => event.type).slice(-2)).toEqual(['round-closed', 'round-archived']);
  const folder = fileURLToPath(`${world.storeUrl}/${result.bag}`);
  expect(await verifyFolder(await openBag(folder), folder)).toMatchObject({ valid: true, faults: [] });
  const names = await (await openStore(world.storeUrl)).list('bags');
  expect(new Set(names.map((name) => name.split('/')[2]))).toEqual(new Set(['1.1', 'round']));
  await next.stop();
}, 240_000);
