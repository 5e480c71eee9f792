import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts, LOOPBACK } from '../client/local/free-ports';
import type { WorkerProcess } from '../client/local/worker-process';
import { lifeIn, subjectOfNotice } from '../domain/ladder/notice-id';
import { Receipt } from '../domain/ladder/notice';
import { openStore } from '../store/open';
import { at } from '../tests/support/instants';
import { planOf } from '../tests/support/plans';
import type { RealWorld } from '../tests/support/real-world';
import { WORKFLOWS } from '../workflows/messages';
import { type Bench, type Figures, numberIn } from './bench';
import { rounded } from './statistics';
import { cpuOf, peakOf, residentOf } from './process-usage';
import { type MeasuredWorld, worldOn } from './world';

const MIB = 1024 ** 2;

/** In the office's hours on a working day, so that assignments are mailed at once; then nothing is due for weeks. */
const START = at('2021-06-09');
const DEADLINE = '2021-08-31';
/** Items that are started before anything is measured: what is loaded once is loaded by then. */
const WARM_UP = 10;
/** A handler has so many items. */
const ITEMS_A_HANDLER = 20;
/** Without any progress for so long the bench gives up. */
const STUCK_MS = 180_000;
/** After the last mail, until memory is looked at. */
const SETTLE_MS = 10_000;

type Size = { items: number; rounds: number };

/** How many items are open, and how many handlers' mails about their assignment have a receipt. */
type Progress = { open: number; told: number };

/** Follows a world until all that was begun in it has come about. */
class Watch {
  private readonly seen = new Set<string>();
  private readonly told = new Set<string>();
  private expected = 0;
  private lastWords: string | undefined;

  constructor(
    private readonly world: RealWorld,
    worker: WorkerProcess,
  ) {
    void worker.ended.then((words) => (this.lastWords = words));
  }

  /** Begins rounds side by side, and waits until all their items are open and their handlers have been told. */
  async begin(name: string, { items, rounds }: Size): Promise<void> {
    this.expected += items;
    for (let no = 0; no < rounds; no += 1) {
      const share = Math.floor(items / rounds) + (no < items % rounds ? 1 : 0);
      const round = `${name}-${no + 1}`;
      const handlers = Math.ceil(share / ITEMS_A_HANDLER);
      const plan = planOf({ round, items: share, handlers, deadline: DEADLINE });
      await this.world.begin(plan, this.world.clockFrom(START, 1, round));
    }
    await this.untilAllTold();
  }

  private async untilAllTold(): Promise<void> {
    let best = 0;
    let since = Date.now();
    for (;;) {
      const { open, told } = await this.progress();
      if (open === this.expected && told === this.expected) return;
      if (open + told > best) [best, since] = [open + told, Date.now()];
      const reached = `${open} of ${this.expected} items open, ${told} told`;
      if (this.lastWords !== undefined) throw new Error(`the worker ended: ${reached}\n${this.lastWords}`);
      if (Date.now() - since > STUCK_MS)
        throw new Error(`nothing has happened for ${STUCK_MS / 1000} s: ${reached}`);
      await sleep(1000);
    }
  }

  private async progress(): Promise<Progress> {
    const query = `WorkflowType = '${WORKFLOWS.item}' AND ExecutionStatus = 'Running'`;
    const { count } = await this.world.client.workflow.count(query);
    await this.readNewReceipts();
    return { open: count, told: this.told.size };
  }

  private async readNewReceipts(): Promise<void> {
    const store = await openStore(this.world.storeUrl);
    const names = (await store.list('mail')).filter((name) => name.endsWith('.json') && !this.seen.has(name));
    for (const name of names) {
      const { mailbox, notices } = Receipt.parse(JSON.parse((await store.get(name)).toString()));
      this.seen.add(name);
      if (mailbox.startsWith('handler'))
        for (const { id } of notices) if ('seq' in (subjectOfNotice(id) ?? {})) this.told.add(lifeIn(id));
    }
  }
}

/** How many workflows a worker keeps in memory, by its metrics. */
const cachedBy = async (metricsPort: number): Promise<number> => {
  const text = await (await fetch(`http://${LOOPBACK}:${metricsPort}/metrics`)).text();
  const sizes = [...text.matchAll(/^temporal_sticky_cache_size\{[^\n]*\} (\d+)$/gm)];
  return sizes.reduce((sum, [, size]) => sum + Number(size), 0);
};

const measure = async (
  { world, serverCpu }: MeasuredWorld,
  size: Size,
  settings: Record<string, string>,
): Promise<Figures> => {
  const [metricsPort = 0] = await freePorts(1);
  const worker = await world.startWorker({
    MAILS_PER_SECOND: '',
    METRICS_PORT: String(metricsPort),
    ...settings,
  });
  const watch = new Watch(world, worker);
  await watch.begin('warm', { items: WARM_UP, rounds: 1 });
  const [resident, cached, cpu, cpuOfServer] = [
    residentOf(worker.pid),
    await cachedBy(metricsPort),
    cpuOf(worker.pid),
    serverCpu(),
  ];
  const began = Date.now();
  await watch.begin('idle', size);
  const seconds = (Date.now() - began) / 1000;
  await sleep(SETTLE_MS);
  const cachedNow = await cachedBy(metricsPort);
  const perItem = (from: number, to: number): number => rounded((to - from) / size.items);
  return {
    ...size,
    secondsUntilAllWereTold: rounded(seconds),
    cachedWorkflows: cachedNow,
    workerRssBeforeMiB: rounded(resident / MIB),
    workerRssPeakMiB: rounded(peakOf(worker.pid) / MIB),
    workerRssAtRestMiB: rounded(residentOf(worker.pid) / MIB),
    rssPerCachedWorkflowKiB: rounded(
      (residentOf(worker.pid) - resident) / Math.max(cachedNow - cached, 1) / 1024,
    ),
    workerCpuMsPerItem: perItem(cpu, cpuOf(worker.pid)),
    serverCpuMsPerItem: perItem(cpuOfServer, serverCpu()),
    serverRssMiB: rounded(residentOf(world.server.pid) / MIB),
  };
};

/**
 * Open items that wait for their people: what a worker with the settings of an office's weighs. Server, worker and mail
 * server are started for it on the loopback address, and end with it.
 */
export const idle: Bench = {
  about: 'memory and CPU of a worker that has many open items',
  numbers: { items: 1000, rounds: 20 },
  run: async (setting) => {
    const size = { items: numberIn(setting, 'items'), rounds: numberIn(setting, 'rounds') };
    if (size.items < size.rounds) throw new RangeError('--items: at least one for each of --rounds');
    const measured = await worldOn(setting.on);
    try {
      return { ours: await measure(measured, size, setting.settings) };
    } finally {
      await measured.world.close();
    }
  },
};
