import { temporal } from '@temporalio/proto';
import { mailQueue } from '../../../../../workflows/messages';
import { quoted } from './quoted';
import type { Server } from './server';

const { TaskQueueType } = temporal.api.enums.v1;
type QueueType = temporal.api.enums.v1.TaskQueueType;
type Poller = temporal.api.taskqueue.v1.IPollerInfo;

/** A worker asks the server for work at least once a minute; one that has not for this long is gone. */
const POLL_MS = 75_000;
/** The clock of this machine may be so far behind, in ms, before somebody should look. */
const BEHIND_MS = 5_000;

/** When somebody last asked for work, in epoch milliseconds by the clock of the server. */
const lastPoll = ({ lastAccessTime }: Poller): number =>
  Number(lastAccessTime?.seconds ?? 0) * 1000 + (lastAccessTime?.nanos ?? 0) / 1e6;

const pollersOf = async (
  { client, namespace }: Server,
  name: string,
  taskQueueType: QueueType,
): Promise<Poller[]> => {
  const request = { namespace, taskQueue: { name }, taskQueueType };
  const { pollers } = await client.workflowService.describeTaskQueue(request);
  return pollers.filter((poller) => lastPoll(poller) > Date.now() - POLL_MS);
};

/** All who poll for items, and for mail. */
const allPollers = async (server: Server): Promise<Poller[]> => {
  const { TASK_QUEUE_TYPE_WORKFLOW: workflow, TASK_QUEUE_TYPE_ACTIVITY: activity } = TaskQueueType;
  return [
    ...(await pollersOf(server, server.queue, workflow)),
    ...(await pollersOf(server, server.queue, activity)),
    ...(await pollersOf(server, mailQueue(server.queue), activity)),
  ];
};

const runningOn = async ({ client, queue }: Server): Promise<number> => {
  const query = `TaskQueue = ${quoted(queue)} AND ExecutionStatus = 'Running'`;
  return (await client.workflow.count(query)).count;
};

/** Fails with the name of the queue, and how much waits on it, when no worker has polled it lately. */
const findPollers = async (server: Server, name: string, type: QueueType): Promise<string> => {
  const alive = await pollersOf(server, name, type);
  if (alive.length === 0) throw new Error(`${name} · ${server.say.waiting(await runningOn(server))}`);
  return `${name} · ${alive.map(({ identity }) => identity ?? '').join(' ')}`;
};

export const findWorker = (server: Server): Promise<string> =>
  findPollers(server, server.queue, TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW);

export const findMailWorker = (server: Server): Promise<string> =>
  findPollers(server, mailQueue(server.queue), TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY);

/** Which build a worker is, as it tells the server; the SDK makes a mark from the code of the workflows where nobody names one. */
const buildOf = ({ deploymentOptions, workerVersionCapabilities }: Poller): string =>
  [deploymentOptions?.buildId, workerVersionCapabilities?.buildId].find(Boolean) ?? '';

/** Fails where the workers of items are of several builds, with who is which. */
export const findBuilds = async (server: Server): Promise<string> => {
  const pollers = await pollersOf(server, server.queue, TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW);
  const builds = new Map<string, string[]>();
  for (const poller of pollers) {
    const build = buildOf(poller);
    builds.set(build, [...(builds.get(build) ?? []), poller.identity ?? '']);
  }
  if (builds.size > 1)
    throw new Error([...builds].map(([build, who]) => `${build} (${who.join(' ')})`).join(' · '));
  const [build = ''] = builds.keys();
  return build === '' ? '–' : build;
};

/**
 * Compares the clock of this machine with the server's, which tells when workers have last asked: that cannot lie ahead. How far this
 * clock is ahead cannot be told so; then it looks as if nobody had polled lately.
 */
export const findClock = async (server: Server): Promise<string> => {
  const polls = (await allPollers(server)).map(lastPoll);
  if (polls.length === 0) return '–';
  const age = Date.now() - Math.max(...polls);
  if (age < -BEHIND_MS) throw new Error(server.say.behind(Math.round(-age / 1000)));
  return server.say.lastPoll(Math.max(0, Math.round(age / 1000)));
};
