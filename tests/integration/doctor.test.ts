import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { temporal } from '@temporalio/proto';
import { startWorker, type WorkerProcess } from '../../client/local/worker-process';
import { itemWorkflowId, roundWorkflowId, TASK_QUEUE, WORKFLOWS } from '../../workflows/messages';
import { inRepository } from '../../testing/repository';
import { jsonOf } from '../../testing/json-of';
import { TEST_SEAL_KEYS } from '../../testing/seals';
import { CommandLine } from '../support/command-line';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';
import { resetWorkflow } from '../support/reset-workflow';

const { ResetReapplyType } = temporal.api.enums.v1;

let world: RealWorld;
const line = new CommandLine(() => world);
beforeAll(async () => {
  world = await RealWorld.create();
  await world.startWorker();
});
afterAll(() => world.close());

type Check = { name: string; ok: boolean; found?: string };

/** A doctor's lines by the name of the check, as programs read them. */
const doctor = async () => {
  const args = ['doctor', '--json'];
  const { checks } = jsonOf(args, (await line.run(args)).out) as { checks: Check[] };
  return new Map(checks.map((check) => [check.name, check]));
};
const failing = (name: string, part: string) =>
  poll(`${name} to tell of ${part}`, async () => {
    const check = (await doctor()).get(name);
    return check?.ok === false && check.found?.includes(part) && check;
  });

const beginRound = async (round: string) => {
  const plan = planOf({ round, items: 2, policy: { identity: 'claimed' } });
  const hand = (await world.begin(plan, world.clockFrom(at('2021-05-06'), 1, round)))();
  await poll('the item', () => world.rectify.item(hand.item));
  return { plan, hand };
};

test('where all is well, doctor has looked at machine, store, workers, tasks and rounds', async () => {
  const { plan } = await beginRound('well');
  const checks = await doctor();
  const bad = [...checks.values()].filter(({ ok, name }) => !ok && name !== 'store-rights');
  expect(bad).toEqual([]);
  expect(checks.get('rounds')?.found).toContain(plan.round);
  expect(checks.get('store-space')?.found).toMatch(/GiB/);
  expect(checks.get('builds')?.found).toMatch(/\S{8}/);
  expect(checks.get('clock')?.found).toMatch(/\d+/);
});

test('workflows whose tasks fail are named, with how often', async () => {
  await world.client.workflow.start('noSuchWorkflow', { workflowId: 'unknown', taskQueue: TASK_QUEUE });
  const { found } = await failing('tasks', 'unknown (×');
  expect(found).toMatch(/unknown \(×\d+ WORKFLOW_WORKER_UNHANDLED_FAILURE\)/);
  await world.client.workflow.getHandle('unknown').terminate();
  await poll('all to be well', async () => (await doctor()).get('tasks')?.ok);
});

test('what no worker has started is told apart from what was ended', async () => {
  await world.client.workflow.start(WORKFLOWS.item, {
    workflowId: 'item/nobody/1.1',
    taskQueue: TASK_QUEUE,
    args: [{ schemaVersion: 3 }],
  });
  await failing('unsealed', 'item/nobody/1.1');
  expect((await doctor()).get('ended')).toMatchObject({ ok: true, found: '0' });
});

test('a command to an item that was ended says so, and what to do', async () => {
  const { hand } = await beginRound('ended-item');
  await world.client.workflow.getHandle(itemWorkflowId(hand.item, 1)).terminate();
  const args = ['ack', hand.item, '--as', 'handler-1'];
  const { code, err } = await line.run([...args, '--lang', 'zh-CN']);
  expect(code).toBe(1);
  expect(err).toContain(`事项 ${hand.item} 的流程已在服务器上被终止`);
  expect((await line.run([...args, '--lang', 'en'])).err).toContain(
    'rectify doctor says how to take it up again',
  );
  await failing('items', `${itemWorkflowId(hand.item, 1)} (terminated, --event-id `);
});

test('a round that was ended is missed, with the event to go on from, until it is reset there', async () => {
  const { plan } = await beginRound('ended-round');
  const workflowId = roundWorkflowId(plan.round);
  await world.client.workflow.getHandle(workflowId).terminate();
  const { found } = await failing('ended', `${workflowId} (terminated, --event-id `);
  const event = /ended-round \(terminated, --event-id (?<event>\d+)\)/.exec(found ?? '')?.groups?.event;
  await resetWorkflow(world, workflowId, event);
  await poll('nothing to be missed', async () => (await doctor()).get('ended')?.ok);
});

test('a line that is not what its item says is named, until the ledger is repaired', async () => {
  const { plan, hand } = await beginRound('lost-line');
  const { workflowService } = world.client;
  const workflowId = roundWorkflowId(plan.round);
  await poll('the first lines', async () =>
    (await world.rectify.ledger(plan.round)).rows.every(({ version }) => version > 0),
  );
  const { events } = await world.client.workflow.getHandle(workflowId).fetchHistory();
  const tasks = (events ?? []).filter(({ workflowTaskCompletedEventAttributes: done }) => done);
  await hand.acknowledge();
  await poll('the line', async () => (await world.rectify.totals(plan.round)).byStatus['in-progress'] === 1);
  expect((await doctor()).get('rows')).toMatchObject({ ok: true });

  // The round is as it was before the report, as after a restore.
  await workflowService.resetWorkflowExecution({
    namespace: world.server.namespace,
    workflowExecution: { workflowId },
    workflowTaskFinishEventId: tasks.at(-1)?.eventId ?? null,
    requestId: randomUUID(),
    reason: 'an attempt',
    resetReapplyType: ResetReapplyType.RESET_REAPPLY_TYPE_NONE,
  });
  await failing('rows', hand.item);
  const args = ['repair', 'ledger', '--round', plan.round, '--json'];
  const { code, out } = await line.run(args);
  expect(jsonOf(args, out)).toMatchObject({ agree: 1, repaired: [{ item: hand.item }], differ: [] });
  expect(code).toBe(0);
  await poll('all to be well', async () => (await doctor()).get('rows')?.ok);
});

test('a queue that nobody polls is told with what waits on it', async () => {
  await world.client.workflow.start('any', { workflowId: 'waiting', taskQueue: 'nobody' });
  const asked = await poll('the count', async () => {
    const { out } = await line.run(['doctor', '--lang', 'en'], { TASK_QUEUE: 'nobody' });
    return out.includes('nobody · no worker, while 1 workflow waits') && out;
  });
  expect(asked).toContain('Start a worker');
});

describe('with a worker of another build beside', () => {
  let other: WorkerProcess;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(inRepository('dist', 'other-'));
    await cp(inRepository('dist', 'worker.js'), path.join(folder, 'worker.js'));
    const code = await readFile(inRepository('dist', 'workflows.js'), 'utf8');
    await writeFile(path.join(folder, 'workflows.js'), `/* another build */${code}`);
    other = await startWorker(
      { ...world.environment, SMTP_URL: world.smtp.url, SEAL_KEYS: TEST_SEAL_KEYS },
      path.join(folder, 'worker.js'),
    );
  });
  afterAll(async () => {
    await other.stop();
    await rm(folder, { recursive: true });
  });

  test('doctor names both', async () => {
    const { found } = await failing('builds', ' · ');
    expect(found?.split(' · ')).toHaveLength(2);
  });
});

test('the mail server is greeted where it is known, and missed where it does not answer', async () => {
  const sent = world.smtp.mails.length;
  const well = await line.run(['doctor', '--lang', 'en'], { SMTP_URL: world.smtp.url });
  expect(well.out).toMatch(/✓ mail server answers/);
  expect(world.smtp.mails.length).toBe(sent);
  const away = await line.run(['doctor', '--lang', 'en'], { SMTP_URL: 'smtp://127.0.0.1:1' });
  expect(away.out).toMatch(/✗ mail server answers.*ECONNREFUSED/);
});
