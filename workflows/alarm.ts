import { CancellationScope, condition, isCancellation, sleep } from '@temporalio/workflow';
import { realNow } from './time';

/** Lets a workflow wait for news or an absolute real instant, with as few timers as can be. */
export type Waiting = {
  /** Waits for a change or until `at`, or somewhat less; without an instant, only for a change. */
  wait(hasNews: () => boolean, at: number | undefined, summary: string): Promise<void>;
};

/** Starts a timer that runs `then` unless it is cancelled. */
const timer = (at: number, summary: string, then: () => void): CancellationScope => {
  const scope = new CancellationScope();
  scope
    .run(() => sleep(at - realNow(), { summary }))
    .then(then, (error: unknown) => {
      if (!isCancellation(error)) throw error;
    });
  return scope;
};

/** One timer at a time. A change that leaves the instant as it was leaves the timer running. */
export class Alarm implements Waiting {
  private at: number | undefined;
  private timer: CancellationScope | undefined;
  private hasFired = false;

  async wait(hasNews: () => boolean, at: number | undefined, summary: string): Promise<void> {
    if (at !== this.at || this.hasFired) this.set(at, summary);
    await condition(() => hasNews() || this.hasFired);
  }

  private set(at: number | undefined, summary: string): void {
    this.timer?.cancel();
    this.timer = undefined;
    this.at = at;
    this.hasFired = at !== undefined && at <= realNow();
    if (at === undefined || this.hasFired) return;
    const started = timer(at, summary, () => {
      if (this.timer === started) this.hasFired = true;
    });
    this.timer = started;
  }
}

/**
 * For instants that move to and fro, as an item's do between its reviews: a timer for a later instant is kept, since
 * that instant often comes back; one for an earlier instant stands in for a later one, and whoever waits looks again
 * when it fires.
 */
export class Alarms implements Waiting {
  private readonly timers = new Map<number, CancellationScope>();
  /** Also while nobody waited: the next wait ends at once. */
  private hasFired = false;

  async wait(hasNews: () => boolean, at: number | undefined, summary: string): Promise<void> {
    if (at !== undefined && at <= realNow()) return;
    if (at !== undefined) this.set(at, summary);
    await condition(() => hasNews() || this.hasFired);
    this.hasFired = false;
  }

  private set(at: number, summary: string): void {
    const earlier = [...this.timers.keys()].filter((one) => one < at);
    if (this.timers.has(at)) for (const one of earlier) this.cancel(one);
    else if (earlier.length === 0) this.start(at, summary);
  }

  private cancel(at: number): void {
    this.timers.get(at)?.cancel();
    this.timers.delete(at);
  }

  private start(at: number, summary: string): void {
    const started = timer(at, summary, () => {
      this.timers.delete(at);
      this.hasFired = true;
    });
    this.timers.set(at, started);
  }
}
