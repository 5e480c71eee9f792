import type { WorkflowHandle } from '@temporalio/client';
import { checkLog, genesis } from '../../domain/item/log';
import type { LedgerRow } from '../../domain/round/row';
import { itemWorkflowId, roundWorkflowId, rowSignal } from '../../workflows/messages';
import { commandOf } from '../support/commands';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
  await world.startWorker();
});
afterAll(() => world.close());

/** More events than the server lets a run have before it suggests a new one. */
const ENOUGH = 4300;
const BATCH = 50;

/** Tasks that the server has given back, since something had arrived meanwhile and the run was to end. */
const givenBack = async (workflow: WorkflowHandle): Promise<unknown[]> =>
  ((await workflow.fetchHistory()).events ?? []).filter((event) =>
    JSON.stringify(event.workflowTaskFailedEventAttributes ?? {}).includes('UNHANDLED_COMMAND'),
  );

/**
 * Does something again and again without a pause, until the run has grown too long, and waits for the next.
 */
const untilContinued = async (
  workflow: WorkflowHandle,
  act: (n: number) => Promise<unknown>,
): Promise<void> => {
  const { runId } = await workflow.describe();
  const run = world.client.workflow.getHandle(workflow.workflowId, runId);
  for (let n = 0; (await run.describe()).historyLength < ENOUGH; n += BATCH)
    for (let k = 0; k < BATCH; k += 1) await act(n + k);
  await poll('a new run', async () => (await workflow.describe()).runId !== runId);
  expect(await givenBack(run)).toEqual([]);
};

test('an item that has lived through thousands of events goes on in a new run and forgets nothing', async () => {
  const { rectify, client } = world;
  const round = 'long';
  const handsOf = await world.begin(planOf({ round }), world.clockFrom(at('2021-05-06'), 1, round));
  const hand = handsOf();
  await poll('the item', () => rectify.item(hand.item));
  const command = commandOf('handler-1', hand.item, 'acknowledge', {});
  const first = await rectify.command(command);

  const said: string[] = [];
  const report = async (n: number): Promise<void> => {
    const text = `第 ${n} 次报告`;
    await hand.tell('handler-1', 'report-progress', { text });
    said.push(text);
  };
  const item = client.workflow.getHandle(itemWorkflowId(hand.item, 1));
  await untilContinued(item, report);

  expect(await rectify.command(command)).toEqual(first);
  const { log, context } = await rectify.item(hand.item);
  const told = log.flatMap(({ event }) => (event.type === 'progress-reported' ? [event.text] : []));
  expect(told).toEqual(said);
  const { policy, calendar } = context;
  const origin = genesis({ item: hand.item, cycle: 1, policy: policy.version, calendar: calendar.version });
  expect(checkLog(log, origin)).toEqual([]);
  expect((await hand.handIn('证据')).size).toBeGreaterThan(0);
});

test('a round goes on in a new run with its ledger, and starts no item again', async () => {
  const { rectify, client } = world;
  const plan = planOf({ round: 'long-round', items: 3 });
  await world.begin(plan, world.clockFrom(at('2021-05-06'), 1, plan.round));
  const ledger = await poll('the rows of all items', async () => {
    const found = await rectify.ledger(plan.round);
    return found.rows.every(({ version }) => version > 0) && found;
  });
  const [first, ...others] = ledger.rows;
  if (!first) throw new Error('a ledger without rows');
  const rowOf = (n: number): LedgerRow => ({ ...first, version: first.version + 1 + n, progress: `${n}` });
  let last = 0;
  const workflow = client.workflow.getHandle(roundWorkflowId(plan.round));
  const report = async (n: number): Promise<void> => {
    await workflow.signal(rowSignal, rowOf(n));
    last = n;
  };
  await untilContinued(workflow, report);

  const after = await poll('the last report', async () => {
    const found = await rectify.ledger(plan.round);
    return found.rows[0]?.progress === String(last) && found;
  });
  expect(after.rows).toEqual([rowOf(last), ...others]);
  const { historyLength } = await workflow.describe();
  const started = (await workflow.fetchHistory()).events?.filter(
    (event) => event.startChildWorkflowExecutionInitiatedEventAttributes,
  );
  expect({ historyLength: historyLength < 4096, started }).toEqual({ historyLength: true, started: [] });
});
