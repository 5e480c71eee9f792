import { z } from 'zod';

/**
 * A moment that was noted in the store and at the server alike, by which each shows whether it was restored to an earlier
 * time than the other.
 */
export const Checkpoint = z.object({
  /** Counts up, whatever has been restored meanwhile. */
  no: z.number().int().positive(),
  id: z.uuid(),
  /** Real time, epoch milliseconds. */
  at: z.number().int(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

/**
 * What the store has of checkpoints: `begun` are noted before the server is told, `done` after it has been. So one that is done
 * the server has known, and one that the server knows has been begun.
 */
export type StoreCheckpoints = { begun: readonly Checkpoint[]; done: readonly Checkpoint[] };

/** Which of the two was restored to an earlier time, and since when the other has gone on without it: real time. */
export type Divergence = {
  behind: 'server' | 'store';
  /** The last that the one that is behind knows; absent where it knows none. */
  last?: Checkpoint;
  /** The last of the other. */
  ahead: Checkpoint;
};

/** So far may the clocks of a worker and of the server differ, in milliseconds. */
const SKEW_MS = 300_000;

/** Whether it was noted by this run, not copied from an earlier one. `startedAt`: when the server started the run, epoch milliseconds. */
export const isOfRun = ({ at }: Checkpoint, startedAt: number): boolean => Math.abs(startedAt - at) < SKEW_MS;

const newest = (all: readonly Checkpoint[]): Checkpoint | undefined =>
  all.reduce<Checkpoint | undefined>((last, one) => (last && last.no >= one.no ? last : one), undefined);

/** Compares what both know; nothing where they go together. `server`: the last that the server knows. */
export const divergenceOf = (
  server: Checkpoint | undefined,
  { begun, done }: StoreCheckpoints,
): Divergence | undefined => {
  const last = newest(done);
  const isKnown = server !== undefined && [...begun, ...done].some(({ id }) => id === server.id);
  if (last && (server === undefined || last.no > server.no || (last.no === server.no && !isKnown)))
    return { behind: 'server', ...(server && { last: server }), ahead: last };
  if (server && !isKnown) return { behind: 'store', ...(last && { last }), ahead: server };
  return undefined;
};

/** The number of the next one: no two of different timelines have the same. */
export const nextCheckpoint = (server: Checkpoint | undefined, { begun, done }: StoreCheckpoints): number =>
  Math.max(0, ...[server, ...begun, ...done].map((one) => one?.no ?? 0)) + 1;
