import { setTimeout as sleep } from 'node:timers/promises';
import { type CivilDate } from '../../domain/calendar/civil';
import { at } from '../../tests/support/instants';
import type { WorkerProcess } from '../../client/local/worker-process';
import type { Figures } from '../bench';
import { cpuOf } from '../process-usage';
import type { Size } from '../population';
import type { Stage } from '../stage';
import { repeated, rounded } from '../statistics';

/** `told`: how many people each item reminds, 1 or 2. `leadMs`: from the import to the slot. */
export type StormSize = Size & { told: number; leadMs: number };

export const ROUND = 'storm';

/** A working day's first slot. */
export const SLOT = at('2021-06-09', '08:30');

/** Three working days after it handler and leader are reminded of a deadline, twenty days after it the handler alone. */
export const deadlineFor = ({ told }: StormSize): CivilDate =>
  (told === 1 ? '2021-06-29' : '2021-06-15') as CivilDate;

/** What a design does in a storm. */
export type Design = {
  start: (stage: Stage) => Promise<WorkerProcess>;
  /** Begins everything, to fall due at a real instant. */
  begin: (stage: Stage, size: StormSize, slot: number) => Promise<void>;
  /** How many reminders wait for the slot. */
  waiting: (stage: Stage, size: StormSize) => Promise<number>;
  /** Which of the reminders that waited have been told: as often as they were. */
  told: (stage: Stage, size: StormSize) => Promise<string[]>;
};

/** From the slot until the first mail, and to the last, in ms. */
const PATIENCE_MS = 180_000;
/** How long before the slot nothing may be under way any more. */
const CALM_MS = 3_000;
/** After the last mail: what comes then is one too many. */
const AFTERWARDS_MS = 2_000;

/** Throws where not everything was waiting in time: what comes later would be counted as the storm's. */
const untilCalm = async (slot: number, waiting: () => Promise<number>, expected: number): Promise<void> => {
  for (;;) {
    const reached = await waiting();
    if (reached === expected) break;
    if (Date.now() > slot - CALM_MS)
      throw new Error(`${reached} of ${expected} reminders wait for the slot: give it more time by --lead`);
    await sleep(1000);
  }
  await sleep(slot - CALM_MS - Date.now());
};

/** Until mails have come, and then none for a while; or too long after the slot. */
const untilOver = async ({ sink }: Stage, slot: number): Promise<void> => {
  const newest = (): number => sink.arrivals.at(-1)?.at ?? Infinity;
  while (Date.now() < slot + PATIENCE_MS && Date.now() < newest() + AFTERWARDS_MS) await sleep(100);
};

/** Lets a storm come over a design. Throws where anything was early, twice or lost. */
export const stormOver =
  (design: Design, size: StormSize) =>
  async (stage: Stage): Promise<Figures> => {
    const worker = await design.start(stage);
    const slot = Date.now() + size.leadMs;
    await design.begin(stage, size, slot);
    await untilCalm(slot, () => design.waiting(stage, size), size.items * size.told);
    const cpu = cpuOf(worker.pid);
    const serverCpu = stage.serverCpu();
    await untilOver(stage, slot);
    const { arrivals } = stage.sink;
    const told = await design.told(stage, size);
    const faults = {
      early: arrivals.filter(({ at: when }) => when < slot).length,
      twice: repeated(told) + repeated(arrivals.map(({ messageId }) => messageId)),
      lost: size.items * size.told - new Set(told).size,
    };
    if (Object.values(faults).some((count) => count !== 0))
      throw new Error(`the storm was not as it should be: ${JSON.stringify(faults)}`);
    const mails = arrivals.length;
    return {
      items: size.items,
      people: size.people,
      mails,
      lastMs: Math.max(...arrivals.map(({ at: when }) => when)) - slot,
      ...faults,
      workerCpuMsPerMail: rounded((cpuOf(worker.pid) - cpu) / mails),
      serverCpuMsPerMail: rounded((stage.serverCpu() - serverCpu) / mails),
    };
  };
