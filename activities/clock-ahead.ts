/** As many of the last first attempts as tell what the clock shows; more would hide that it was set meanwhile. */
const LAST = 20;

/**
 * How far the clock of this process is ahead of the server, in ms. The server says when it scheduled an activity, which begins a
 * moment later: the shortest of these moments is the difference, and a little more. Below 0 the clock is surely behind.
 */
export class ClockAhead {
  readonly #last: number[] = [];

  /** Epoch milliseconds: by the server when a first attempt was scheduled, and here when it began. */
  saw(scheduled: number, began: number): void {
    this.#last.push(began - scheduled);
    if (this.#last.length > LAST) this.#last.shift();
  }

  /** Undefined before the first activity. */
  get most(): number | undefined {
    return this.#last.length === 0 ? undefined : Math.min(...this.#last);
  }
}
