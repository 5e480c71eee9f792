import { setTimeout as sleep } from 'node:timers/promises';
import { temporal } from '@temporalio/proto';
import type { WorkerProcess } from '../client/local/worker-process';
import { itemId, RoundId } from '../base/ids';
import { at } from '../tests/support/instants';
import { calendar2021 } from '../tests/support/plans';
import { itemWorkflowId } from '../workflows/messages';
import { inBatches, upTo } from './batches';
import { type Bench, type Figures, numberIn } from './bench';
import { PLAIN_QUEUE } from './plain/messages';
import { plainItem } from './plain/workflows';
import { numberOf, peopleOf, populationOf } from './population';
import { cpuOf, residentOf } from './process-usage';
import { sideBySide, type Stage } from './stage';
import { rounded } from './statistics';

const { EventType } = temporal.api.enums.v1;

/** After the office's hours: everybody is told the next morning, which the import does not wait for. */
const START = at('2021-06-09', '18:00');
const DEADLINE = '2021-08-31';
const ROUND = 'import';
const PEOPLE = 300;
/** So many are started first: what is loaded once is loaded by then. */
const WARM_UP = 20;
const PATIENCE_MS = 300_000;

/** How a design takes in a number of items, and under which ids they run. */
type Design = {
  start: (stage: Stage) => Promise<WorkerProcess>;
  begin: (stage: Stage, name: string, items: number) => Promise<void>;
  id: (name: string, index: number) => string;
};

const ours: Design = {
  start: (stage) => stage.ours(),
  begin: async ({ world }, name, items) => {
    const plan = populationOf({ round: name, items, people: PEOPLE, deadline: DEADLINE });
    await world.rectify.importPlan(plan, calendar2021, world.clockFrom(START, 1, name));
  },
  id: (name, index) => itemWorkflowId(itemId(RoundId.parse(name), numberOf(index)), 1),
};

const plain: Design = {
  start: (stage) => stage.plain(),
  begin: ({ world }, name, items) =>
    inBatches(upTo(items), 50, (index) =>
      world.client.workflow.start(plainItem, {
        workflowId: plain.id(name, index),
        taskQueue: PLAIN_QUEUE,
        args: [
          {
            id: plain.id(name, index),
            title: `演练轮次 ${name}`,
            problem: `第 ${index + 1} 个问题：固定资产未按规定登记入账，个别专项资金使用审批手续不全`,
            people: peopleOf(index, PEOPLE),
            reminders: [{ at: Date.now() + 86_400_000, text: '整改时限将至', to: ['handler'] }],
          },
        ],
      }),
    ),
  id: (name, index) => `${name}-1.${index + 1}`,
};

/** When the first events of some kinds were written, in epoch ms, by the server's clock. */
type Times = { started: number; assigned: number };

const timesOf = async ({ world }: Stage, workflowId: string): Promise<Times | undefined> => {
  const { history } = await world.client.workflowService.getWorkflowExecutionHistory({
    namespace: world.server.namespace,
    execution: { workflowId },
    maximumPageSize: 10,
  });
  const timeOf = (type: number): number | undefined => {
    const found = history?.events?.find(({ eventType }) => Number(eventType) === type)?.eventTime;
    return found ? Number(found.seconds) * 1000 + (found.nanos ?? 0) / 1e6 : undefined;
  };
  const started = timeOf(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED);
  const assigned = timeOf(EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED);
  return started === undefined || assigned === undefined ? undefined : { started, assigned };
};

/** Asks seldom, not to be what is measured: for the last item until it has come about, then for all. */
const untilAssigned = async (stage: Stage, ids: readonly string[]): Promise<Times[]> => {
  const end = Date.now() + PATIENCE_MS;
  const found = new Map<string, Times>();
  const look = async (all: readonly string[]): Promise<void> =>
    inBatches(all, 10, async (id) => {
      const times = await timesOf(stage, id).catch(() => undefined);
      if (times) found.set(id, times);
    });
  while (found.size < ids.length) {
    if (Date.now() > end) throw new Error(`${found.size} of ${ids.length} items were assigned in time`);
    await look(found.size === 0 ? ids.slice(-1) : ids.filter((id) => !found.has(id)));
    await sleep(1000);
  }
  return [...found.values()];
};

const measure =
  (design: Design, items: number) =>
  async (stage: Stage): Promise<Figures> => {
    const worker = await design.start(stage);
    const warm = upTo(WARM_UP).map((index) => design.id('warm', index));
    await design.begin(stage, 'warm', WARM_UP);
    await untilAssigned(stage, warm);
    await sleep(3000);
    const [rss, cpu, serverCpu] = [residentOf(worker.pid), cpuOf(worker.pid), stage.serverCpu()];
    const began = Date.now();
    await design.begin(stage, ROUND, items);
    const times = await untilAssigned(
      stage,
      upTo(items).map((index) => design.id(ROUND, index)),
    );
    const rate = (end: (times: Times) => number): number =>
      rounded((items * 1000) / (Math.max(...times.map(end)) - began));
    await sleep(3000);
    return {
      items,
      perSecond: rate(({ started }) => started),
      begunPerSecond: rate(({ assigned }) => assigned),
      workerRssBytes: residentOf(worker.pid),
      rssPerItemBytes: Math.round((residentOf(worker.pid) - rss) / items),
      workerCpuMsPerItem: rounded((cpuOf(worker.pid) - cpu) / items),
      serverCpuMsPerItem: rounded((stage.serverCpu() - serverCpu) / items),
    };
  };

/**
 * Many items at once: until each is there, with its people and its state, and takes commands; and until each has done its
 * first task, which those of a large round do one after the other.
 */
export const importing: Bench = {
  about: 'how many items a second are there and assigned, and have begun, beside the plain design',
  numbers: { items: 2000 },
  run: (setting) => {
    const items = numberIn(setting, 'items');
    return sideBySide(setting, { ours: measure(ours, items), plain: measure(plain, items) });
  },
};
