import { CliWorld } from '../support/cli-world';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
let cli: CliWorld;
const plan = planOf({ round: 'twice', items: 3, deadline: '2021-06-30' });

beforeAll(async () => {
  world = await VirtualWorld.create();
  cli = new CliWorld(world);
  const { clock } = await world.begin(plan, at('2021-05-06'));
  await world.skipTo(clock, at('2021-05-06', '12:00'));
});
afterAll(() => world.close());

const rows = async () => (await world.rectify.ledger(plan.round)).rows;
const asHead = (...args: string[]) => cli.tell([...args, '--as', 'head']);

test('several items are withdrawn in one go; one that cannot be keeps none of the others, and the round is closed without a notice', async () => {
  const items = ['twice/1.1', 'twice/9.9', 'twice/1.2', 'twice/1.3'];
  const { exit, json } = await asHead('withdraw', ...items, '--reason', '重复导入');
  expect(exit).toBe(4);
  expect(json).toMatchObject([
    { decided: true, item: 'twice/1.1', status: 'withdrawn' },
    { decided: false, item: 'twice/9.9', error: { type: 'no-such-item' } },
    { decided: true, item: 'twice/1.2' },
    { decided: true, item: 'twice/1.3' },
  ]);
  await poll('the bags', async () => (await rows()).every(({ archive }) => archive));
  const closed = await asHead('close-round', '--note', '重复导入，全部不予列入', '--round', 'twice');
  expect(closed).toMatchObject({ exit: 0, json: { decided: true, type: 'close-round' } });
});
