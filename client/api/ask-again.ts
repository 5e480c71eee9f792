import { setTimeout as sleep } from 'node:timers/promises';
import { isGrpcServiceError } from '@temporalio/client';
import { AHEAD_OF_TASK } from '../../workflows/interceptors';

/** How long to wait before each further attempt, in milliseconds. */
const PAUSES = [100, 200, 400, 800, 1600];

/** What the library makes of any message of a workflow whose failures are encrypted; a query brings nothing to open it with. */
const ENCODED = 'Encoded failure';

/** What the server says of a workflow whose task was refused, until it is done again (workflows/answers-kept.ts). */
const TASK_FAILED = /workflow task in failed state/i;

const isRefused = ({ cause }: Error): boolean =>
  cause instanceof Error && isGrpcServiceError(cause) && TASK_FAILED.test(cause.details);

const isPassing = (error: unknown): boolean =>
  error instanceof Error &&
  ([AHEAD_OF_TASK, ENCODED].some((text) => error.message.includes(text)) || isRefused(error));

/** Asks a workflow, again where a worker that has only just come could not answer yet (workflows/interceptors.ts). */
export const askedAgain = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (const pause of PAUSES) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error)) throw error;
      await sleep(pause);
    }
  }
  return ask();
};
