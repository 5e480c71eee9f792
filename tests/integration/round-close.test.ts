import { fileURLToPath } from 'node:url';
import { verifyFolder } from '../../archive/verify/bag';
import type { RoundId } from '../../base/ids';
import type { RoundBag } from '../../domain/round/memory';
import { openFolder } from '../../store/open';
import { openStore } from '../../store/open';
import { roundWorkflowId } from '../../workflows/messages';
import { archivedRound, closeRound, publish, stored } from '../support/closable-round';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

/** Whether a worker has the bag of a round under its hands, and the workflow no word of it yet. */
const isArchiving = async (round: RoundId): Promise<boolean> => {
  const { raw } = await world.client.workflow.getHandle(roundWorkflowId(round)).describe();
  return (raw.pendingActivities ?? []).some(({ activityType }) => activityType?.name === 'archiveRound');
};

const bagStands = async (round: RoundId): Promise<boolean> =>
  (await openStore(world.storeUrl)).has(`bags/${round}/round`);

const expectEndedOnce = async (round: RoundId): Promise<void> => {
  const result = (await world.client.workflow.getHandle(roundWorkflowId(round)).result()) as RoundBag;
  expect(result).toMatchObject({ bag: `bags/${round}/round` });
  const log = await world.rectify.roundLog(round);
  expect(log.map(({ event }) => event.type).slice(-2)).toEqual(['round-closed', 'round-archived']);
  const folder = fileURLToPath(`${world.storeUrl}/${result.bag}`);
  expect(await verifyFolder(await openFolder(folder), folder)).toMatchObject({ valid: true, faults: [] });
  const names = await (await openStore(world.storeUrl)).list(`bags/${round}`);
  expect(new Set(names.map((name) => name.split('/')[2]))).toEqual(new Set(['1.1', 'round']));
};

/** When the worker dies, and whether the bag is there then. */
const MOMENTS = [
  ['is written', 'amid-bag', isArchiving, false],
  ['is there, and is not noted', 'before-note', bagStands, true],
] as const;

test.each(MOMENTS)(
  'a worker killed while the bag of a round %s: the next one has it whole, once, and the round ends',
  async (_, name, hasCome, stands) => {
    const killed = await world.startWorker();
    // A document that takes a while to be read.
    const round = await archivedRound(world, name, 300);
    await publish(world, round, await stored(world, '通报', 1));
    await closeRound(world, round);
    await poll('the moment', () => hasCome(round));
    await world.kill(killed);
    expect([await bagStands(round), await isArchiving(round)]).toEqual([stands, true]);

    const next = await world.startWorker();
    await expectEndedOnce(round);
    await next.stop();
  },
  240_000,
);
