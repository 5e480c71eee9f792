import type { Instant } from '../../domain/calendar/zone';

type Appointment = { at: Instant; seq: number; run: () => void };

/** What is under way and arrives at its instant; at the same instant, in the order sent. */
export class Agenda {
  private readonly list: Appointment[] = [];
  private seq = 0;

  get next(): Instant | undefined {
    return this.list[0]?.at;
  }

  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  add(at: Instant, run: () => void): void {
    const one = { at, seq: (this.seq += 1), run };
    const place = this.list.findIndex((other) => other.at > at);
    if (place === -1) this.list.push(one);
    else this.list.splice(place, 0, one);
  }

  /** Takes out what is first. */
  take(): (() => void) | undefined {
    return this.list.shift()?.run;
  }
}
