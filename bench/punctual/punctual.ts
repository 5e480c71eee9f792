import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkerProcess } from '../../client/local/worker-process';
import type { Figures } from '../bench';
import { cpuOf } from '../process-usage';
import type { Stage } from '../stage';
import { repeated, rounded, spread } from '../statistics';
import { PEOPLE, type Size, type Slot, Timetable } from './timetable';

/** A slot of which a mail told, and when that arrived, in epoch ms. */
export type Told = { name: string; at: number };

/** What a design does by a timetable. */
export type Design = {
  start: (stage: Stage) => Promise<WorkerProcess>;
  begin: (stage: Stage, timetable: Timetable) => Promise<void>;
  /** How many mails wait for their slots. */
  waiting: (stage: Stage, timetable: Timetable) => Promise<number>;
  /** Whether all mails have gone out that are due before the first slot. */
  warm: (stage: Stage, timetable: Timetable) => boolean;
  /** What has been told, as often as it was. */
  told: (stage: Stage, timetable: Timetable) => Promise<Told[]>;
};

/** How long before the first clock begins to run nothing may be under way any more. */
const CALM_MS = 3_000;
/** After the last slot, for mails that are late. */
const PATIENCE_MS = 120_000;
const AFTERWARDS_MS = 3_000;

const until = async (instant: number): Promise<void> => {
  await sleep(Math.max(instant - Date.now(), 0));
};

/** Throws where not everything was waiting in time: the work of an import would delay the mails. */
const untilCalm = async (
  { origin, times, size }: Timetable,
  waiting: () => Promise<number>,
): Promise<void> => {
  const expected = times * size.rounds * PEOPLE;
  for (;;) {
    const reached = await waiting();
    if (reached === expected) break;
    if (Date.now() > origin - CALM_MS)
      throw new Error(`${reached} of ${expected} mails wait for their slots: give it more time by --lead`);
    await sleep(1000);
  }
};

/** What came of the slots that count. */
const judged = (slots: readonly Slot[], all: readonly Told[], messageIds: readonly string[]) => {
  const due = new Map(slots.map(({ name, at }) => [name, at]));
  const told = all.filter(({ name }) => due.has(name));
  const lateness = told.map(({ name, at }) => at - (due.get(name) ?? NaN));
  return {
    lateness,
    early: lateness.filter((ms) => ms < 0).length,
    twice: repeated(told.map(({ name }) => name)) + repeated(messageIds),
    lost: slots.length - new Set(told.map(({ name }) => name)).size,
  };
};

/** Lets a timetable come to pass. Throws where anything was early, twice or lost. */
export const punctualOver =
  (design: Design, size: Size) =>
  async (stage: Stage): Promise<Figures> => {
    const worker = await design.start(stage);
    const timetable = new Timetable(size, Date.now() + size.leadMs);
    const slots = timetable.slots();
    const instants = slots.map(({ at }) => at);
    const [first, last] = [Math.min(...instants), Math.max(...instants)];
    await design.begin(stage, timetable);
    await untilCalm(timetable, () => design.waiting(stage, timetable));
    await until(first - 1);
    if (!design.warm(stage, timetable))
      throw new Error('the assignments were still being told at the first slot');
    const before = {
      cpu: cpuOf(worker.pid),
      serverCpu: stage.serverCpu(),
      mails: stage.sink.arrivals.length,
    };
    await until(last);
    const mails = stage.sink.arrivals.length - before.mails;
    const cpu = cpuOf(worker.pid) - before.cpu;
    const serverCpu = stage.serverCpu() - before.serverCpu;
    const found = async () => {
      await sleep(AFTERWARDS_MS);
      const told = await design.told(stage, timetable);
      return judged(
        slots,
        told,
        stage.sink.arrivals.map(({ messageId }) => messageId),
      );
    };
    let result = await found();
    while (result.lost > 0 && Date.now() < last + PATIENCE_MS) result = await found();
    const { lateness, ...faults } = result;
    if (Object.values(faults).some((count) => count !== 0))
      throw new Error(`the mails were not as they should be: ${JSON.stringify(faults)}`);
    return {
      slots: slots.length,
      perSecond: rounded((slots.length * 1000) / (last - first)),
      mails,
      ...spread(lateness),
      max: Math.max(...lateness),
      ...faults,
      workerCpuMsPerMail: rounded(cpu / mails),
      serverCpuMsPerMail: rounded(serverCpu / mails),
    };
  };
