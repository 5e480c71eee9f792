import { setTimeout as sleep } from 'node:timers/promises';
import { AHEAD_OF_TASK } from '../../workflows/interceptors';

/** How long to wait before each further attempt, in milliseconds. */
const PAUSES = [100, 200, 400, 800];

/** What the library makes of any message of a workflow whose failures are encrypted; a query brings nothing to open it with. */
const ENCODED = 'Encoded failure';

const isAhead = (error: unknown): boolean =>
  error instanceof Error && [AHEAD_OF_TASK, ENCODED].some((text) => error.message.includes(text));

/** Asks a workflow, again where a worker that has only just come could not answer yet (workflows/interceptors.ts). */
export const askedAgain = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (const pause of PAUSES) {
    try {
      return await ask();
    } catch (error) {
      if (!isAhead(error)) throw error;
      await sleep(pause);
    }
  }
  return ask();
};
