import { freePorts } from '../../client/local/free-ports';
import { METRICS } from '../../workflows/metrics';
import { openStore } from '../../store/open';
import { receiptName } from '../../domain/ladder/notice';
import type { PassedOn } from '../../domain/item/passed-on';
import { roundCommandSignal, roundWorkflowId, TASK_QUEUE, WORKFLOWS } from '../../workflows/messages';
import { allUsed } from '../support/alarms';
import { archivedRound, closeRound, publish, stored } from '../support/closable-round';
import { commandOf } from '../support/commands';
import { at } from '../support/instants';
import { boxOf } from '../support/mails';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
let port = 0;
beforeAll(async () => {
  world = await RealWorld.create();
  [port = 0] = await freePorts(1);
});
afterAll(() => world.close());

const metrics = async () => (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text();
/** The lines of a metric; those of a histogram have endings. */
const linesOf = (text: string, metric: string): string[] =>
  text.split('\n').filter((line) => new RegExp(`^${metric}(?:_bucket|_sum|_count)?[{ ]`).test(line));

const untilThere = (metric: string) =>
  poll(metric, async () => linesOf(await metrics(), metric).length > 0, 90);

/** What people and machines do on good days: a life from its assignment to the archive, with its round. */
const goodDays = async () => {
  const round = await archivedRound(world, 'watched', 1);
  await publish(world, round, await stored(world, '通报', 1));
  await closeRound(world, round);
  await world.client.workflow.getHandle(roundWorkflowId(round)).result();
};

/** One of each fault of which a metric tells. */
const badDays = async () => {
  const { rectify, client, smtp } = world;
  const clock = world.clockFrom(at('2021-05-06'), 5000, 'faulty');
  const store = await openStore(world.storeUrl);
  const mailbox = boxOf('handler-1', clock);
  // Something that no worker has written lies among the receipts.
  await store.put(receiptName(mailbox, at('2031-01-01'), 1), Buffer.from('{}'));
  smtp.foreign = true;
  const plan = planOf({ round: 'faulty', deadline: '2021-05-07', policy: { identity: 'claimed' } });
  const hand = (await world.begin(plan, clock))();
  await poll('the item', () => rectify.item(hand.item));
  await untilThere('rectify_mail_failures');
  smtp.foreign = false;
  await rectify
    .command(commandOf('handler-1', hand.item, 'acknowledge', {}), () => 'e30.e30.e30')
    .catch(() => undefined);
  await client.workflow.getHandle(`item/${hand.item}`).signal(roundCommandSignal, {} as PassedOn);
  const start = (type: string, workflowId: string) =>
    client.workflow.start(type, { workflowId, taskQueue: TASK_QUEUE, args: [{ schemaVersion: 3 }] });
  await start(WORKFLOWS.item, 'item/nobody/1.1');
  await start('noSuchWorkflow', 'unknown');
  await untilThere('temporal_workflow_task_execution_failed');
  await untilThere('rectify_rungs_reached');
  // What this item tells its round reaches nobody any more.
  await client.workflow.getHandle('round/faulty').terminate();
  await hand.tell('head', 'withdraw', { reason: '与另一事项重复' });
  await untilThere('temporal_request_failure');
};

test('every metric that alarms and dashboard name is there on a worker that has seen good days and bad ones', async () => {
  const worker = await world.startWorker({
    METRICS_PORT: String(port),
    MAX_CACHED_WORKFLOWS: '2',
    LOG_LEVEL: 'WARN',
    COUNT_EVERY: '1',
  });
  await goodDays();
  await badDays();
  await poll('the terminated round', async () =>
    linesOf(await metrics(), 'rectify_workflows_ended').some(
      (line) => line.includes('workflow="round"') && line.includes('"Terminated"') && line.endsWith(' 1'),
    ),
  );
  await world.server.stop();
  await untilThere('temporal_long_request_failure');
  const text = await metrics();
  for (const { metric, labels } of allUsed()) {
    if (metric === METRICS.messagesUnread.name) continue;
    const lines = linesOf(text, metric.replace(/_bucket$/, ''));
    expect([metric, lines.length > 0]).toEqual([metric, true]);
    for (const label of labels.keys())
      expect([metric, label, lines.some((line) => line.includes(`${label}="`))]).toEqual([
        metric,
        label,
        true,
      ]);
  }
  // What another version has written is another test's: tests/workflow/unread.test.ts.
  const { messagesUnread: _, ...caused } = METRICS;
  for (const { name } of Object.values(caused))
    expect([name, linesOf(text, name).length > 0]).toEqual([name, true]);
  for (const hidden of ['handler-1', 'example.org', 'item/', 'faulty', 'watched'])
    expect(text.split('\n').filter((line) => line.includes(hidden))).toEqual([]);
  await worker.stop();
}, 300_000);
