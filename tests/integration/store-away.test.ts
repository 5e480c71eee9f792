import { run } from '../../client/cli/main';
import { aScreen } from '../../testing/screen';
import type { RoundBag } from '../../domain/round/memory';
import { openStore } from '../../store/open';
import { roundWorkflowId } from '../../workflows/messages';
import { archivedRound, closeRound, publish, stored } from '../support/closable-round';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { cardOf, failuresOf } from '../support/pending';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';
import { S3Server } from '../support/s3-server';

let s3: S3Server;
let world: RealWorld;
beforeAll(async () => {
  s3 = await S3Server.start();
  world = await RealWorld.create({ store: `s3://${await s3.bucket()}/office` });
});
afterAll(async () => {
  await world.close();
  await s3.close();
});

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
    (await failuresOf(world, `item/${hand.item}`)).find((message) => message.includes(world.storeUrl)),
  );
  expect(said).toContain('无法连接');
  expect(said).toContain('cannot be reached');
  expect(said).not.toContain('secret');
  expect(await cardOf(world, `item/${hand.item}`)).toContain(
    '| 等待 | 归档；未完成的原因见 Pending Activities |',
  );

  await s3.start();
  const { state } = await untilStatus(rectify, hand.item, 'archived', 200);
  const bag = (await openStore(world.storeUrl)).locate(state.archive?.bag ?? '');
  const screen = aScreen();
  expect(await run(['verify', bag], screen)).toBe(0);
  expect(screen.written.out).toContain(bag);
  await worker.stop();
}, 240_000);

test('while the store is away a round takes a notice and its close, says what it waits for, and ends by itself', async () => {
  const worker = await world.startWorker();
  const round = await archivedRound(world, 'notice-away', 1);
  const workflow = roundWorkflowId(round);
  const notice = await stored(world, '通报', 1);
  await s3.stop();
  await publish(world, round, notice);
  const [kept] = await poll('the reason in the UI', async () => {
    const found = (await failuresOf(world, workflow)).filter((message) => message.includes('无法连接'));
    return found.length > 0 && found;
  });
  expect(kept).toContain(world.storeUrl);
  expect(kept).toContain('Work resumes by itself');
  expect(await cardOf(world, workflow)).toContain('待存：rounds/notice-away/ledger-3.json');
  await closeRound(world, round);
  expect(await cardOf(world, workflow)).toContain('正在保存台账；未完成的原因见 Pending Activities');

  await s3.start();
  const { bag } = (await world.client.workflow.getHandle(workflow).result()) as RoundBag;
  const screen = aScreen();
  expect(await run(['verify', (await openStore(world.storeUrl)).locate(bag)], screen)).toBe(0);
  expect(await cardOf(world, workflow)).toContain(bag);
  await worker.stop();
}, 240_000);
