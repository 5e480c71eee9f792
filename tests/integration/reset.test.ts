import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporal } from '@temporalio/proto';
import { verifyFolder } from '../../archive/verify/bag';
import type { RoundId } from '../../base/ids';
import { openFolder } from '../../store/open';
import { itemWorkflowId, roundWorkflowId } from '../../workflows/messages';
import { closeAfter } from '../support/closable-round';
import { CommandLine } from '../support/command-line';
import type { Hands } from '../support/commands';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

const { EventType, ResetReapplyType } = temporal.api.enums.v1;

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
  await world.startWorker();
});
afterAll(() => world.close());

const line = new CommandLine(() => world);
const tell = async (...args: string[]): Promise<string> => {
  const { out, err } = await line.run([...args, '--lang', 'en']);
  return `${out}${err}`.replace(/\s+/g, ' ');
};

/** The last task of an item that its worker has finished. */
const lastTask = async (hand: Hands) => {
  const workflow = world.client.workflow.getHandle(itemWorkflowId(hand.item, 1));
  const { events } = await workflow.fetchHistory();
  const done = (events ?? []).filter(
    ({ eventType }) => eventType === EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
  );
  return done.at(-1)?.eventId;
};

/** What whoever administers the server can do: everything after a task has never been, commands included. */
const reset = async (hand: Hands, task: Awaited<ReturnType<typeof lastTask>>): Promise<void> => {
  if (!task) throw new Error('no task');
  await world.client.workflowService.resetWorkflowExecution({
    namespace: world.server.namespace,
    workflowExecution: { workflowId: itemWorkflowId(hand.item, 1) },
    workflowTaskFinishEventId: task,
    requestId: randomUUID(),
    reason: 'an attempt',
    resetReapplyType: ResetReapplyType.RESET_REAPPLY_TYPE_NONE,
  });
};

const rowOf = async (round: RoundId) => (await world.rectify.ledger(round)).rows[0];

const verified = async (name: string) => {
  const folder = path.join(fileURLToPath(world.storeUrl), 'bags', name);
  return verifyFolder(await openFolder(folder), folder);
};

test('an item reset to before a return ends with a valid bag without it, and everybody who looks at the round is told', async () => {
  const plan = planOf({ round: 'reset', deadline: '2021-08-30' });
  const { round } = plan;
  const hand = (await world.begin(plan, world.clockFrom(at('2021-05-06'), 2000, round)))();
  await poll('the item', () => world.rectify.item(hand.item));
  await hand.work();
  await poll('the row', async () => (await rowOf(round))?.status === 'leader-review');
  const before = await lastTask(hand);
  await hand.giveBack('leader', '2021-07-30');
  const known = await poll('the row', async () => {
    const row = await rowOf(round);
    return row?.status === 'returned' && row;
  });

  await reset(hand, before);
  await untilStatus(world.rectify, hand.item, 'leader-review');
  // The round has heard nothing yet, but knows more than the item.
  expect(await tell('show', 'reset/1.1')).toContain('The log of (一)1 was rolled back');

  await hand.approve();
  await hand.accept();
  const row = await poll('the mark', async () => {
    const now = await rowOf(round);
    return now?.logWentBack && now;
  });
  expect(row.logWentBack).toMatchObject({ cycle: 1, from: known.logHead });
  expect(await tell('list', '--round', round)).toContain('The log of (一)1 was rolled back');
  expect(await tell('doctor')).toMatch(/✗ logs continue from .* reset\/1\.1/);
  const [{ remarks }] = ((await line.json(['ledger', '--round', round])) as { rows: [{ remarks: unknown }] })
    .rows;
  expect(remarks).toContainEqual(expect.objectContaining({ type: 'log-went-back' }));

  const board = path.join(world.folder, 'board.html');
  await line.json(['board', '--round', round, '--output', board, '--lang', 'en']);
  expect(await readFile(board, 'utf8')).toContain('log was rolled back');
  const card = world.client.workflow.getHandle(roundWorkflowId(round));
  expect(
    (await card.query<{ currentDetails: string }>('__temporal_workflow_metadata')).currentDetails,
  ).toContain('办理经过被回退：1.1');

  await closeAfter(world, round, hand.item);
  expect(await verified('reset/1.1')).toMatchObject({ valid: true, faults: [] });
  const log = await readFile(
    path.join(fileURLToPath(world.storeUrl), 'bags/reset/1.1/data/log.ndjson'),
    'utf8',
  );
  expect(log).not.toContain('"returned"');
  const { valid, faults } = await verified('reset/round');
  expect(valid).toBe(false);
  expect(faults).toMatchObject([{ type: 'item-log-went-back', item: 'reset/1.1', cycle: 1 }]);
  const { workflowExecutionInfo } = await world.client.workflowService.describeWorkflowExecution({
    namespace: world.server.namespace,
    execution: { workflowId: roundWorkflowId(round) },
  });
  expect(workflowExecutionInfo?.status).toBe(
    temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED,
  );
}, 180_000);
