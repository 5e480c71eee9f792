import { setTimeout as sleep } from 'node:timers/promises';
import type { History } from '@temporalio/common/lib/proto-utils';
import type { WorkerProcess } from '../../client/local/worker-process';
import type { Clock } from '../../domain/calendar/clock';
import { inBatches, upTo } from '../batches';
import type { Figures } from '../bench';
import { cpuOf } from '../process-usage';
import type { Stage } from '../stage';
import { quantile, rounded } from '../statistics';
import { countedIn } from './counted';
import { clockOf, COURSE, type Size, type Step, timeOf } from './course';

/** What was not told as it should be. */
export type Faults = { early: number; twice: number; lost: number };

/** How a design lives many items. */
export type Design = {
  start: (stage: Stage) => Promise<WorkerProcess>;
  /** Starts all items, and returns when they can be told something. */
  begin: (stage: Stage, size: Size, clock: Clock) => Promise<void>;
  /** Takes a step of the `index`-th item. */
  take: (stage: Stage, size: Size, step: Step, index: number) => Promise<unknown>;
  /** Returns when all items are archived and everybody has been told of it. */
  end: (stage: Stage, size: Size) => Promise<void>;
  history: (stage: Stage, index: number) => Promise<History>;
  faults: (stage: Stage, size: Size, clock: Clock) => Promise<Faults>;
};

/** So many people decide at the same time. */
const AT_ONCE = 10;
/** Until the clock begins to run: all items are there by then. */
const LEAD_MS = 10_000;
const LEAD_AN_ITEM_MS = 100;

const medianOf = (all: readonly Record<string, number>[]): Figures => {
  const [first = {}] = all;
  const median = (name: string): number =>
    quantile(
      all.map((one) => one[name] ?? NaN),
      0.5,
    );
  return Object.fromEntries(Object.keys(first).map((name) => [name, median(name)]));
};

/**
 * Lives many items from their assignment to their archive, with all that server and worker do for it: their mailboxes
 * and their round too. Throws where a mail was early, twice or lost, or an item is not archived.
 */
export const lifeOver =
  (design: Design, size: Size) =>
  async (stage: Stage): Promise<{ counted: Figures; lived: Figures }> => {
    const worker = await design.start(stage);
    const [cpu, serverCpu] = [cpuOf(worker.pid), stage.serverCpu()];
    const clock = clockOf(size, Date.now() + LEAD_MS + size.lives * LEAD_AN_ITEM_MS);
    await design.begin(stage, size, clock);
    if (Date.now() > clock.real) throw new Error('the items were still being started when their time began');
    const indexes = upTo(size.lives);
    for (const step of COURSE) {
      await sleep(Math.max(timeOf(step, clock) - Date.now(), 0));
      await inBatches(indexes, AT_ONCE, (index) => design.take(stage, size, step, index));
    }
    await design.end(stage, size);
    const perItem = (total: number): number => rounded(total / size.lives);
    const lived = {
      lives: size.lives,
      mails: stage.sink.arrivals.length,
      serverCpuMsPerItem: perItem(stage.serverCpu() - serverCpu),
      workerCpuMsPerItem: perItem(cpuOf(worker.pid) - cpu),
    };
    const faults = await design.faults(stage, size, clock);
    if (Object.values(faults).some((count) => count !== 0))
      throw new Error(`the mails were not as they should be: ${JSON.stringify(faults)}`);
    const histories: History[] = [];
    for (const index of indexes) histories.push(await design.history(stage, index));
    return { counted: medianOf(histories.map(countedIn)), lived: { ...lived, ...faults } };
  };
