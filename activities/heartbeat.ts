import { Context } from '@temporalio/activity';

/** In milliseconds; a workflow gives an activity up after several missed beats. */
const HEARTBEAT = 5_000;

/** Says every few seconds that long work goes on, so that work whose worker was killed is soon tried again. */
export const whileAlive = async <T>(work: Promise<T>): Promise<T> => {
  const context = Context.current();
  const beat = setInterval(() => {
    context.heartbeat();
  }, HEARTBEAT);
  try {
    return await work;
  } finally {
    clearInterval(beat);
  }
};
