import type { Instant } from '../../domain/calendar/zone';
import type { Order } from './deeds/order-of';
import type { Outcome } from './rule';
import type { Watch } from './watch';

/** Whoever takes a command: an item or the round, by the name of its workflow. */
type Subject = { name: string; life: { remember: () => object }; submit: () => Outcome };

/** All that a life remembers, but how often a round was asked in vain. */
const memoryOf = (life: { remember: () => object }): string =>
  JSON.stringify({ ...life.remember(), tried: undefined });

/** Where commands are handed in: remembers what was carried out, and checks every answer. */
export class Counter {
  private readonly done: { order: Order; outcome: Outcome; by: string }[] = [];

  constructor(private readonly watch: Watch) {}

  /** What has been carried out so far. */
  get given(): Order[] {
    return this.done.map(({ order }) => order);
  }

  handIn(order: Order, { name, life, submit }: Subject, now: Instant): Outcome {
    const { id } = order.command;
    const first = this.done.find(({ by, order: { command } }) => by === name && command.id === id)?.outcome;
    const before = memoryOf(life);
    const outcome = submit();
    const after = memoryOf(life);
    if (!('refusal' in outcome) && !first) this.done.push({ order, outcome, by: name });
    this.watch.look('answer', { now, order, outcome, first, before, after });
    return outcome;
  }
}
