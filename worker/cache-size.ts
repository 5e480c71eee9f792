import { totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';

const MIB = 1024 ** 2;

/**
 * What a workflow weighs: resident in all (350 KiB were measured while the first are taken in, 560 KiB once thousands have
 * come and gone), and in the heap of the thread that runs the workflows (90 KiB were; long lives weigh more).
 */
const RESIDENT = 0.6 * MIB;
const IN_HEAP = 0.25 * MIB;

/** What a worker has in that heap without any workflow. */
const HEAP_AT_START = 128 * MIB;

/** More is not worth its memory: an item waits for days, and is replayed in a tenth of a second. */
const MOST = 1500;
/** Below, workflow tasks that run side by side would push one another out. */
const LEAST = 50;

/** Octets: what the process may use, and the heap limit of each of its threads. */
export type Room = { memory: number; heap: number };

/** The room of this process, its container's limit included. */
export const roomHere = (): Room => {
  const limit = process.constrainedMemory();
  const memory = limit ? Math.min(limit, totalmem()) : totalmem();
  return { memory, heap: getHeapStatistics().heap_size_limit };
};

/**
 * How many workflows a worker keeps in memory unless told: as many as fit a quarter of the memory, and half of the heap,
 * which needs air to be collected. The others are replayed when something happens to them.
 */
export const workflowsThatFit = ({ memory, heap }: Room): number => {
  const fit = Math.min(memory / 4 / RESIDENT, (heap - HEAP_AT_START) / 2 / IN_HEAP);
  return Math.min(Math.max(Math.floor(fit), LEAST), MOST);
};
