import { itemId, type ItemId, RoundId } from '../../base/ids';
import { jsonOf } from '../../testing/json-of';
import { TEST_SEAL_KEYS } from '../../testing/seals';
import type * as Readable from '../../workflows/readable';
import { itemWorkflowId, roundWorkflowId } from '../../workflows/messages';
import { Worker } from '@temporalio/worker';
import { workflowBundle } from '../support/bundle';
import { CliWorld } from '../support/cli-world';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

/** Whether the worker of the round can read what items report, as one of an earlier version may not. */
const earlier = { cannotRead: false };
jest.mock('../../workflows/readable', () => {
  const real = jest.requireActual<typeof Readable>('../../workflows/readable');
  const unreadIn: typeof Readable.unreadIn = (kind, brought) =>
    earlier.cannotRead && kind === 'rows' ? [0] : real.unreadIn(kind, brought);
  return { ...real, unreadIn };
});

const ROUND = 'repair';
const START = at('2021-05-06');

let world: VirtualWorld;
let cli: CliWorld;
beforeEach(async () => {
  earlier.cannotRead = false;
  world = await VirtualWorld.create();
  cli = new CliWorld(world);
});
afterEach(() => world.close());

const begin = async (items: number) => {
  const plan = planOf({ round: ROUND, items, deadline: '2021-06-30' });
  const { hands, hand, clock } = await world.beginItem(plan, START);
  await poll('all to have reported', async () =>
    (await world.rectify.ledger(plan.round)).rows.every(({ version }) => version > 0),
  );
  // The first question of a process may take longer than the command waits.
  await Promise.all(plan.items.map(({ number }) => world.rectify.item(itemId(plan.round, number))));
  const rowOf = async (item: ItemId) =>
    (await world.rectify.ledger(plan.round)).rows.find((row) => row.item === item);
  return { plan, hands, hand, clock, rowOf };
};

/** Waits until the round keeps the last report that has come: it looks at it again by a timer. */
const untilUnread = () =>
  poll('the report', async () => {
    const round = world.env.client.workflow.getHandle(roundWorkflowId(RoundId.parse(ROUND)));
    const events = (await round.fetchHistory()).events ?? [];
    const last = events.findLastIndex((event) => event.workflowExecutionSignaledEventAttributes);
    return events.slice(last).some((event) => event.timerStartedEventAttributes);
  });

const REPAIR = ['repair', 'ledger', '--round', ROUND];
const repair = () => cli.tell(REPAIR);

test('a line that the worker of the round could not read is put right: its item reports anew', async () => {
  const { hand, rowOf } = await begin(2);
  expect(await repair()).toMatchObject({
    exit: 0,
    json: { round: ROUND, items: 2, agree: 2, repaired: [], differ: [] },
  });

  earlier.cannotRead = true;
  await hand.acknowledge();
  await untilUnread();
  expect(await rowOf(hand.item)).toMatchObject({ status: 'assigned', version: 1 });

  earlier.cannotRead = false;
  const { log } = await world.rectify.item(hand.item);
  expect(await repair()).toMatchObject({
    exit: 0,
    json: { agree: 1, repaired: [{ item: hand.item, cycle: 1, fields: ['acted', 'status'] }], differ: [] },
  });
  expect(await rowOf(hand.item)).toMatchObject({ status: 'in-progress', version: 3 });
  expect((await world.rectify.item(hand.item)).log).toEqual(log);
  expect(await repair()).toMatchObject({ exit: 0, json: { agree: 2, repaired: [], differ: [] } });

  const history = await world.env.client.workflow.getHandle(itemWorkflowId(hand.item, 1)).fetchHistory();
  await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history);
});

test('an item that has just been asked is not asked again, and whoever asks in vain leaves no trace', async () => {
  const { hand, rowOf } = await begin(1);
  const handle = world.env.client.workflow.getHandle(itemWorkflowId(hand.item, 1));
  const accepted = async () =>
    (await handle.fetchHistory()).events?.filter(
      (event) => event.workflowExecutionUpdateAcceptedEventAttributes,
    ).length;
  await world.rectify.reportAnew(hand.item, 1);
  await poll('the report', async () => (await rowOf(hand.item))?.version === 2);

  earlier.cannotRead = true;
  await hand.acknowledge();
  await untilUnread();
  const before = await accepted();
  const refused = await repair();
  expect(refused).toMatchObject({
    exit: 1,
    json: {
      agree: 0,
      repaired: [],
      differ: [{ item: hand.item, fields: ['acted', 'status'], why: 'lately' }],
    },
  });
  expect(await accepted()).toBe(before);

  await world.env.sleep('6 minutes');
  expect(await repair()).toMatchObject({
    exit: 1,
    json: { differ: [{ item: hand.item, why: 'not-taken' }] },
  });
  earlier.cannotRead = false;
  await world.env.sleep('6 minutes');
  expect(await repair()).toMatchObject({ exit: 0 });
  expect(await rowOf(hand.item)).toMatchObject({ status: 'in-progress' });
});

test('of an item that has ended the last line is handed in where the workers’ keys are, and elsewhere it is said that this cannot be done', async () => {
  const { hand, rowOf } = await begin(1);
  earlier.cannotRead = true;
  await hand.close();
  const workflow = world.env.client.workflow.getHandle(itemWorkflowId(hand.item, 1));
  await poll('the item to end', async () => (await workflow.describe()).status.name === 'COMPLETED');
  earlier.cannotRead = false;

  const without = await repair();
  expect(without).toMatchObject({ exit: 1, json: { differ: [{ item: hand.item, why: 'archived' }] } });
  expect(without.out).toContain(`bags/`);
  const { exit, screen } = await cli.talk([...REPAIR, '--json'], undefined, {
    environment: { SEAL_KEYS: TEST_SEAL_KEYS },
  });
  expect(jsonOf(REPAIR, screen.written.out)).toMatchObject({ repaired: [{ item: hand.item }], differ: [] });
  expect(exit).toBe(0);
  const { state } = await world.rectify.item(hand.item);
  expect(await rowOf(hand.item)).toMatchObject({ status: 'archived', archive: { bag: state.archive?.bag } });
  expect(await repair()).toMatchObject({ exit: 0, json: { agree: 1 } });
});

test('it is said in words what was put right, and what was not, and why', async () => {
  const { hand } = await begin(1);
  earlier.cannotRead = true;
  await hand.acknowledge();
  await untilUnread();
  const { exit, screen } = await cli.talk(REPAIR);
  expect(exit).toBe(1);
  expect(screen.written.out).toContain('✗ 1.1 仍不一致（acted、status）。');
  expect(screen.written.out).toContain('读不懂的消息');
  expect(screen.written.out).toContain('共 1 项：一致 0 项，补正 0 项，仍不一致 1 项。');
});
