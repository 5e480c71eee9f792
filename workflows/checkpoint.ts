/**
 * A moment that a worker has noted at the server: everything is in its memo, and there is nothing to do. The last run of its
 * name is what the server remembers, also once it has ended (last-run.ts).
 */
export const checkpoint = (): Promise<void> => Promise.resolve();
