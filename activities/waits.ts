/** An attempt is repeated within minutes, here or elsewhere: what was not seen for so many ms is not ours to tell of. */
const FORGOTTEN_AFTER = 720_000;

/** Told of from the beginning, with 0: an alarm needs a line before the first fault. */
const ALWAYS = ['sendDigest', 'archiveItem', 'archiveRound'];

/** Instants in epoch milliseconds: when it was asked for, and when it last failed here. */
type Wait = { activity: string; since: number; seen: number };

/** What waits of one kind of activity: how many, and for how many ms the oldest. */
export type Waiting = { count: number; oldest: number };

/** The activities that failed in this process and are tried again, by task. */
export class Waits {
  readonly #tasks = new Map<string, Wait>();
  /** What has ever waited: a gauge keeps its value until it is told another. */
  readonly #kinds = new Set(ALWAYS);

  failed(task: string, wait: Wait): void {
    this.#tasks.set(task, wait);
    this.#kinds.add(wait.activity);
  }

  done(task: string): void {
    this.#tasks.delete(task);
  }

  /** By kind of activity, with 0 where none waits any more. */
  at(now: number): Map<string, Waiting> {
    for (const [task, { seen }] of this.#tasks) if (now - seen > FORGOTTEN_AFTER) this.#tasks.delete(task);
    const tasks = [...this.#tasks.values()];
    return new Map(
      [...this.#kinds].map((kind) => {
        const ages = tasks.filter(({ activity }) => activity === kind).map(({ since }) => now - since);
        return [kind, { count: ages.length, oldest: Math.max(0, ...ages) }];
      }),
    );
  }
}
