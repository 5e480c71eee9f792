import { run } from '../../client/cli';
import { aScreen } from '../../client/testing/screen';
import { openStore } from '../../store/store';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';
import { S3Server } from '../support/s3-server';

let s3: S3Server;
let world: RealWorld;
beforeAll(async () => {
  s3 = await S3Server.start();
  world = await RealWorld.create(`s3://${await s3.bucket()}/office`);
});
afterAll(async () => {
  await world.close();
  await s3.close();
});

/** What the UI shows of the activities that are tried again. */
const failuresOf = async (workflow: string): Promise<string[]> => {
  const { raw } = await world.client.workflow.getHandle(workflow).describe();
  return (raw.pendingActivities ?? []).flatMap(({ lastFailure }) => lastFailure?.message ?? []);
};

test('while the store is away an item waits, says why, and is archived by itself when the store is back', async () => {
  const { rectify } = world;
  const round = 'store-away';
  const worker = await world.startWorker();
  const clock = world.clockFrom(at('2021-05-06'), 20, round);
  const hand = (await world.begin(planOf({ round, deadline: '2021-06-30' }), clock))();
  await poll('the item', () => rectify.item(hand.item));
  await hand.work();
  await hand.approve();
  await s3.stop();
  await hand.accept();
  await untilStatus(rectify, hand.item, 'closed');
  const said = await poll('the reason in the UI', async () =>
    (await failuresOf(`item/${hand.item}`)).find((message) => message.includes(world.storeUrl)),
  );
  expect(said).toContain('连接不上');
  expect(said).toContain('cannot be reached');
  expect(said).not.toContain('secret');

  await s3.start();
  const { state } = await untilStatus(rectify, hand.item, 'archived', 200);
  const bag = (await openStore(world.storeUrl)).locate(state.archive?.bag ?? '');
  const screen = aScreen();
  expect(await run(['verify', bag], screen)).toBe(0);
  expect(screen.written.out).toContain(bag);
  await worker.stop();
}, 240_000);
