import { cp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { slotName } from '../../domain/ladder/notice';
import { readBagInfo, verifyBag } from '../../archive/bag';
import { openStore } from '../../store/open';
import { FORGED_SLOT, forgeReceipts } from '../../testing/forgeries';
import { itemWorkflowId } from '../../workflows/messages';
import { untilStatus } from '../support/life';
import { caughtIn } from '../support/mails';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { at } from '../support/instants';
import { VirtualWorld } from '../support/virtual-world';

/*
 * Somebody who may write to the store, and has no key of the workers.
 */

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const START = at('2021-05-06');

test('forged receipts silence no mail of an item in its whole life, and are no part of its bag', async () => {
  const { rectify, smtp, folder } = world;
  const round = 'forged';
  await forgeReceipts(path.join(folder, 'store'), round);
  const { clock, hand } = await world.beginItem(planOf({ round, deadline: '2021-06-30' }), START);
  await hand.close();
  await world.skipTo(clock, at('2021-05-06', '12:00'));
  const { state, log } = await untilStatus(rectify, hand.item, 'archived');

  const told = caughtIn(smtp.mails, round).map(({ recipient }) => recipient);
  expect(told).toEqual(expect.arrayContaining(['handler-1@example.org', 'leader@example.org']));
  expect(log.at(-1)?.event).toMatchObject({ type: 'archived', missingMails: 0 });
  const store = await openStore(world.storeUrl);
  const mails = (await store.list('mail')).filter((name) => name.includes('/aside/'));
  expect(mails).toHaveLength(2);
  const bagged = await (await store.folder(state.archive?.bag ?? '')).files();
  expect(bagged.filter((name) => name.includes(slotName(FORGED_SLOT)))).toEqual([]);
});

test('a foreign bag under the name of an item is named while it waits, and the item ends once it is moved away', async () => {
  const { rectify, env, folder } = world;
  const { clock, hands } = await world.begin(
    planOf({ round: 'foreign', items: 2, deadline: '2021-06-30' }),
    START,
  );
  const [first, second] = [hands('1.1'), hands('1.2')];
  for (const hand of [first, second]) await poll('the item', () => rectify.item(hand.item));
  await first.close();
  await world.skipTo(clock, at('2021-05-06', '10:00'));
  const { state } = await untilStatus(rectify, first.item, 'archived');
  const bag = path.join(folder, 'store', state.archive?.bag ?? '');
  const place = path.join(path.dirname(bag), '1.2');
  await cp(bag, place, { recursive: true });

  await second.close();
  await world.skipTo(clock, at('2021-05-06', '12:00'));
  const handle = env.client.workflow.getHandle(itemWorkflowId(second.item, 1));
  const failure = await poll('the failure', async () => {
    const { raw } = await handle.describe();
    return raw.pendingActivities?.find(({ lastFailure }) => lastFailure)?.lastFailure ?? false;
  });
  expect(failure.applicationFailureInfo?.type).toBe('BagOfOther');
  expect(failure.message).toContain('Internal-Sender-Identifier "foreign/1.1"');
  expect((await rectify.item(second.item)).state.status).toBe('closed');

  await rename(place, path.join(folder, 'moved-away'));
  await world.skipTo(clock, at('2021-05-06', '13:00'));
  const ended = await untilStatus(rectify, second.item, 'archived');
  const store = await openStore(world.storeUrl);
  const own = await store.folder(ended.state.archive?.bag ?? '');
  expect((await verifyBag(own)).valid).toBe(true);
  expect(Object.fromEntries(await readBagInfo(own))['Internal-Sender-Identifier']).toBe(second.item);
  await rm(path.join(folder, 'moved-away'), { recursive: true });
});
