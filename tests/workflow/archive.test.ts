import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { evidenceName } from '../../store/evidence';
import { readBagInfo, verifyBag } from '../../archive/bag';
import { openStore } from '../../store/open';
import { untilStatus } from '../support/life';
import { planOf } from '../support/plans';
import { at } from '../support/instants';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

test('a bag names the mails that never got a receipt', async () => {
  const { rectify, smtp } = world;
  smtp.busy = true;
  const plan = planOf({ round: 'missing', deadline: '2021-06-30' });
  const { clock, hand } = await world.beginItem(plan, at('2021-05-06'));
  await hand.close();
  await world.skipTo(clock, at('2021-05-06', '12:00'));
  const { state, log } = await untilStatus(rectify, hand.item, 'archived');

  const store = await openStore(world.storeUrl);
  const bag = await store.folder(state.archive?.bag ?? '');
  expect((await verifyBag(bag)).valid).toBe(true);
  const info = Object.fromEntries(await readBagInfo(bag));
  const missing = (info['Rectify-Missing-Mail'] ?? '').split('; ');
  expect(missing).toContain('handler-1.some-body@missing missing/1.1/c1#1');
  expect(log.at(-1)?.event).toMatchObject({ type: 'archived', missingMails: missing.length });
});

test('damaged evidence is never archived; once it is mended, the item is', async () => {
  const { rectify } = world;
  const plan = planOf({ round: 'damaged', deadline: '2021-06-30' });
  const { clock, hand } = await world.beginItem(plan, at('2021-05-06'));
  await hand.acknowledge();
  const { sha512 } = await hand.handIn('证据原件');
  const file = path.join(world.folder, 'store', evidenceName(sha512));
  const original = await readFile(file);
  await chmod(file, 0o644);
  await writeFile(file, '被改过的');

  await hand.tell('handler-1', 'complete-measure', { measure: 1, result: '已核对完毕' });
  await hand.tell('handler-1', 'request-closure', { summary: '措施均已完成,申请销号' });
  await hand.approve();
  await hand.accept();
  await world.skipTo(clock, at('2021-05-06', '09:30'));
  expect((await rectify.item(hand.item)).state.status).toBe('closed');

  await writeFile(file, original);
  await world.skipTo(clock, at('2021-05-06', '10:00'));
  const { state } = await untilStatus(rectify, hand.item, 'archived');
  const store = await openStore(world.storeUrl);
  expect((await verifyBag(await store.folder(state.archive?.bag ?? ''))).valid).toBe(true);
});
