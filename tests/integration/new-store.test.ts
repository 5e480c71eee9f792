import { readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

const begun = async (round: string) => {
  const handsOf = await world.begin(planOf({ round }), world.clockFrom(at('2021-05-06'), 1, round));
  const hand = handsOf();
  await poll('the item', () => world.rectify.item(hand.item));
  return hand;
};

test('a worker that starts before its disk is mounted makes no store there while items are open, unless told to', async () => {
  const [place, disk] = [path.join(world.folder, 'store'), path.join(world.folder, 'disk')];
  const first = await world.startWorker();
  const hand = await begun('mounted');
  await hand.acknowledge();
  const { sha512 } = await hand.handIn('证据');
  await first.stop();

  await rename(place, disk);
  await expect(world.startWorker()).rejects.toThrow(/没有挂载[^]*NEW_STORE=yes/);
  expect(await readdir(world.folder)).not.toContain('store');

  await rename(disk, place);
  const again = await world.startWorker();
  expect((await world.rectify.item(hand.item)).state.evidence).toMatchObject([{ sha512 }]);
  await again.stop();

  await rename(place, disk);
  const restarted = await world.startWorker({ NEW_STORE: 'yes' });
  expect(await readdir(place)).toContain('.rectify-store');
  // Until then it is only the worker that was told so which knows that the store is to be a new one.
  await poll('a checkpoint in the new store', () => readdir(path.join(place, 'mail', '@checkpoints')));
  await restarted.stop();
}, 120_000);

test('a worker that has not the keys of the others does not start, and drops nothing of what they tell one another', async () => {
  const first = await world.startWorker();
  const other = `k-other ${'A'.repeat(43)}`;
  await expect(world.startWorker({ SEAL_KEYS: other })).rejects.toThrow(/没有启动[^]*NEW_SEAL_KEYS=yes/);
  await first.stop();
}, 60_000);
