import type { Logger } from '@temporalio/common';
import { reasonOf } from '../../base/reason';

/** Something to be done again and again: what it is called in the log, and how often, in ms. */
export type Round = { name: string; everyMs: number; work: () => Promise<unknown> };

/**
 * Does each at once, then as often as it says, never twice at a time; what fails is logged once until it succeeds again. Does not
 * keep the process alive. Returns how to stop.
 */
export const watch = (rounds: readonly Round[], logger: Pick<Logger, 'warn' | 'info'>): (() => void) => {
  let isOver = false;
  const timers = rounds.map(({ name, everyMs, work }) => {
    let isBusy = false;
    let isWell = true;
    const once = async () => {
      if (isBusy) return;
      isBusy = true;
      try {
        await work();
        if (!isWell) logger.info(`${name} works again`);
        isWell = true;
      } catch (error) {
        if (isWell && !isOver)
          logger.warn(`${name} does not work; it is tried again`, { reason: reasonOf(error) });
        isWell = false;
      } finally {
        isBusy = false;
      }
    };
    void once();
    return setInterval(() => void once(), everyMs).unref();
  });
  return () => {
    isOver = true;
    for (const timer of timers) clearInterval(timer);
  };
};
