import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from '@temporalio/worker';
import { itemId, RoundId } from '../../base/ids';
import { itemWorkflowId } from '../../workflows/messages';
import { workflowBundle } from '../support/bundle';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';
import { replaysQuietly } from '../support/quiet-runtime';

let world: RealWorld;
replaysQuietly(() => world.close());
beforeAll(async () => {
  world = await RealWorld.create();
});

const ITEMS = 30;
/** How many ask for each item at the same time. */
const ASKERS = 4;
/** How fast the round's time goes: a moment more or less decides what an item does first. */
const RATE = 800_000;

test('items that are asked all the time while they begin can repeat their histories', async () => {
  const { rectify, client } = world;
  await world.startWorker();
  const round = 'asked-while-beginning';
  const plan = planOf({ round, items: ITEMS, deadline: '2021-06-30' });
  const items = plan.items.map(({ number }) => itemId(RoundId.parse(round), number));
  let isOver = false;
  const ask = async (item: (typeof items)[number]) => {
    while (!isOver) await rectify.item(item).catch(() => sleep(10));
  };
  const asking = items.flatMap((item) => Array.from({ length: ASKERS }, () => ask(item)));
  await world.begin(plan, world.clockFrom(at('2021-05-06'), RATE, round));
  const histories = await poll('all items to have begun', async () => {
    const handles = items.map((item) => client.workflow.getHandle(itemWorkflowId(item, 1)));
    const all = await Promise.all(handles.map((handle) => handle.fetchHistory()));
    const haveBegun = all.every(({ events }) => events?.some((event) => event.timerStartedEventAttributes));
    return (
      haveBegun && all.map((history, index) => ({ history, workflowId: handles[index]?.workflowId ?? '' }))
    );
  });
  isOver = true;
  await Promise.all(asking);
  const bundled = { workflowBundle: await workflowBundle() };
  const failed: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories(bundled, histories))
    if (error) failed.push(`${workflowId}: ${error.message}`);
  expect(failed).toEqual([]);
}, 120_000);
