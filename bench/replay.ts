import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { Bench, Figures } from './bench';
import { rounded } from './statistics';

const FOLDER = path.join(process.cwd(), 'tests/replay/histories');
const TIMES = 50;

export type Recording = { workflowId: string; events: { eventType?: string }[] };

const recordings = (): Map<string, Recording> =>
  new Map(
    readdirSync(FOLDER).map((file) => [
      path.basename(file, '.json'),
      JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Recording,
    ]),
  );

/** What is told a workflow before its first command: replayed, it is created and no more. */
const beginning = ({ workflowId, events }: Recording): Recording => {
  const first = events.findIndex(({ eventType }) => eventType === 'EVENT_TYPE_WORKFLOW_TASK_STARTED');
  return { workflowId, events: events.slice(0, first + 1) };
};

/** CPU time of this process for one replay, in milliseconds: the mean of so many. */
export const cpuOfReplay = async ({ workflowId, events }: Recording, times = TIMES): Promise<number> => {
  const histories = async function* (all: number) {
    // Always under its own name: what a later run carries names the workflow, and would be told anew by another.
    for (let time = 0; time < all; time += 1)
      yield await Promise.resolve({ workflowId, history: { events } });
  };
  const replayAll = async (all: number): Promise<number> => {
    const before = process.cpuUsage();
    const workflowBundle = { codePath: path.join(__dirname, 'workflows.js') };
    for await (const { error } of Worker.runReplayHistories({ workflowBundle }, histories(all)))
      if (error) throw error;
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const once = await replayAll(1);
  return ((await replayAll(1 + times)) - once) / times;
};

/** What a worker does when it starts a workflow, or takes one up that it no longer has in memory. */
export const replay: Bench = {
  about: 'CPU time to create a workflow, and to replay each recorded history',
  numbers: {},
  run: async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const all = recordings();
    const item = all.get('closed-item');
    if (!item) throw new Error('the histories have no closed item');
    const createdMs = rounded(await cpuOfReplay(beginning(item)));
    const replayed: Figures = {};
    for (const [name, recording] of all)
      replayed[name] = { events: recording.events.length, ms: rounded(await cpuOfReplay(recording)) };
    return { ours: { createdMs, replayed } };
  },
};
