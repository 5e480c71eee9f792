import { itemId, type ItemNumber, type RoundId } from '../../base/ids';
import { verifyBag } from '../../archive/bag';
import { openStore } from '../../store/open';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { at } from '../support/instants';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const first = (round: string) => itemId(round as RoundId, '1.1' as ItemNumber);

test('an item goes from assignment to a verified bag in the archive', async () => {
  const { rectify } = world;
  const plan = planOf({ round: 'straight', deadline: '2021-06-30' });
  const { clock, hand } = await world.beginItem(plan, at('2021-05-06'));
  await world.skipTo(clock, at('2021-05-07'));
  expect((await hand.close()).status).toBe('closed');
  await world.skipTo(clock, at('2021-05-10'));

  const { state } = await poll('archived', async () => {
    const view = await rectify.item(first('straight'));
    return view.state.status === 'archived' && view;
  });
  const store = await openStore(world.storeUrl);
  const report = await verifyBag(await store.folder(state.archive?.bag ?? ''));
  expect(report).toMatchObject({ valid: true, faults: [] });
  const totals = await poll('the ledger', async () => {
    const now = await rectify.totals(plan.round);
    return now.byStatus.archived === 1 && now;
  });
  expect(totals).toMatchObject({ items: 1, closedLate: 0, byPublished: { completed: 1 } });
});
