import { execFile } from 'node:child_process';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { temporal } from '@temporalio/proto';
import { findTemporalServer } from '../../client/local/find-server';
import { inRepository } from '../../testing/repository';
import { buildIn } from '../../worker/build';
import { mailQueue, TASK_QUEUE } from '../../workflows/messages';
import { at } from '../support/instants';
import { otherBuild } from '../support/other-build';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

const { TASK_QUEUE_TYPE_ACTIVITY } = temporal.api.enums.v1.TaskQueueType;
const VERSIONED = { WORKER_VERSIONING: 'yes' };
const OF_THE_DEPLOYMENT = ['--deployment-name', TASK_QUEUE];

let world: RealWorld;
let cli: string;
beforeAll(async () => {
  world = await RealWorld.create();
  cli = await findTemporalServer(() => undefined);
});
afterAll(() => world.close());

/** The tool of Temporal, as docs/operations.md has it used. */
const deployment = async (...args: string[]): Promise<string> => {
  const all = ['worker', 'deployment', ...args, '--address', world.server.address];
  return (await promisify(execFile)(cli, all)).stdout;
};

const setCurrent = (build: string) =>
  deployment('set-current-version', ...OF_THE_DEPLOYMENT, '--build-id', build, '--yes');

const isKnown = (build: string) => async (): Promise<boolean> =>
  (await deployment('describe', '--name', TASK_QUEUE)).includes(build);

/** The builds whose workers have asked for mail to send. */
const mailingBuilds = async (): Promise<(string | undefined)[]> => {
  const { pollers } = await world.client.workflowService.describeTaskQueue({
    namespace: world.server.namespace,
    taskQueue: { name: mailQueue(TASK_QUEUE) },
    taskQueueType: TASK_QUEUE_TYPE_ACTIVITY,
  });
  return pollers.map(({ deploymentOptions }) => deploymentOptions?.buildId ?? undefined);
};

/** By which build each task of a workflow was done; empty where none was. */
const doneBy = async (workflowId: string): Promise<string[]> => {
  const { events } = await world.client.workflow.getHandle(workflowId).fetchHistory();
  const done = (events ?? []).flatMap(({ workflowTaskCompletedEventAttributes: task }) => task ?? []);
  return done.map(({ deploymentVersion }) => deploymentVersion?.buildId ?? 'none');
};

const begin = async (round: string) => {
  const plan = planOf({ round, policy: { identity: 'claimed' }, deadline: '2021-12-31' });
  return (await world.begin(plan, world.clockFrom(at('2021-05-06'), 2000, round)))();
};

test('a worker without versioning says all the same which build it is', async () => {
  const worker = await world.startWorker();
  const today = await buildIn(inRepository('dist'));
  await poll('the mail worker', async () => (await mailingBuilds()).includes(today));
  await worker.stop();
});

test('with versioning nothing is done until a build is current, then an open item goes on with whatever is, or was before', async () => {
  const today = await buildIn(inRepository('dist'));
  const program = await otherBuild(world.folder, (code) => `/* another build */\n${code}`);
  const other = await buildIn(path.dirname(program));
  expect(other).not.toBe(today);

  await world.startWorker(VERSIONED);
  await poll('the deployment', isKnown(today));
  const hand = await begin('versioned');
  await setTimeout(3000);
  expect(await doneBy('round/versioned')).toEqual([]);

  await setCurrent(today);
  const item = 'item/versioned/1.1';
  await poll('the item', () => world.rectify.item(hand.item));
  await poll('the first mail', () => world.smtp.mails.length > 0);

  const otherWorker = await world.startWorker(VERSIONED, program);
  await poll('the other build', isKnown(other));
  await hand.tell('handler-1', 'acknowledge', {});
  expect(new Set(await doneBy(item))).toEqual(new Set([today]));

  const ramp = ['--build-id', other, '--percentage', '100', '--yes'];
  await deployment('set-ramping-version', ...OF_THE_DEPLOYMENT, ...ramp);
  await hand.tell('handler-1', 'report-progress', { text: '已核对全部账目' });
  expect((await doneBy(item)).at(-1)).toBe(other);

  await deployment('set-ramping-version', ...OF_THE_DEPLOYMENT, '--build-id', other, '--delete', '--yes');
  await hand.tell('office', 'comment', { text: '请继续' });
  expect((await doneBy(item)).at(-1)).toBe(today);

  await setCurrent(other);
  await hand.tell('head', 'withdraw', { reason: '与另一事项重复' });
  const ended = world.client.workflow.getHandle(item);
  await poll('its end', async () => (await ended.describe()).closeTime);
  expect((await doneBy(item)).at(-1)).toBe(other);

  // What has ended is read by the build that is current, whichever did its last task.
  await setCurrent(today);
  await otherWorker.stop();
  expect((await world.rectify.item(hand.item)).state.status).toBe('withdrawn');
});
