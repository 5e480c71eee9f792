import { generateKey, sign, type SigningKey } from '../../client/keys';
import type { Clock } from '../../domain/calendar/clock';
import { instant } from '../../domain/calendar/zone';
import { itemId, type ItemId, type ItemNumber } from '../../base/ids';
import type { Plan } from '../../domain/plan/plan';
import { Hands } from '../support/commands';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

const PEOPLE = ['handler-1', 'handler-2', 'leader', 'acceptor', 'head', 'office', 'oversight', 'archivist'];

/** A round at work, and how its people act in it. */
export type Round = {
  plan: Plan;
  clock: Clock;
  item: ItemId;
  /** The people of the first item, who sign what they do. */
  hands: Hands;
  /** Signs for whoever a command says gives it. */
  signed: (command: { by: string }) => string;
};

/**
 * A whole system, as it is operated: server, worker, store, mail server. Each attempt plays in rounds of its own, whose
 * commands are signed.
 */
export class Target {
  private constructor(
    readonly world: RealWorld,
    readonly keys: ReadonlyMap<string, SigningKey>,
  ) {}

  /** `keys`: of people who have some already. */
  static async create(
    keys: Target['keys'] = new Map(PEOPLE.map((person) => [person, generateKey()])),
  ): Promise<Target> {
    const world = await RealWorld.create();
    await world.startWorker();
    return new Target(world, keys);
  }

  close(): Promise<void> {
    return this.world.close();
  }

  keyOf(person: string): SigningKey {
    const key = this.keys.get(person);
    if (!key) throw new RangeError(`${person} has no key`);
    return key;
  }

  /** A round that has begun and told its people; its day is 6 May 2021, and `rate` how fast its time goes. */
  async begin(round: string, more: Partial<Parameters<typeof planOf>[0]> = {}, rate = 1): Promise<Round> {
    const keys = Object.fromEntries(
      [...this.keys].map(([person, { kid, x }]) => [person, [{ kid, x, from: instant(0) }]]),
    );
    const plan = planOf({
      round,
      deadline: '2021-06-30',
      keys,
      ...more,
      policy: { identity: 'signed', ...more.policy },
    });
    const clock = this.world.clockFrom(at('2021-05-06'), rate, round);
    await this.world.begin(plan, clock, { keyOf: (who) => this.keyOf(who), second: 'head' });
    const item = itemId(plan.round, '1.1' as ItemNumber);
    await poll(`the first item of ${round}`, () => this.world.rectify.item(item));
    const signed = (command: { by: string }): string => sign(command, this.keyOf(command.by));
    return {
      plan,
      clock,
      item,
      signed,
      hands: new Hands(this.world.rectify, this.world.storeUrl, item, 'handler-1', signed),
    };
  }

  /** A round of two items, both of which have begun. */
  async beginTwo(round: string, rate: number): Promise<Round & { other: Hands }> {
    const begun = await this.begin(round, { items: 2 }, rate);
    const { rectify, storeUrl } = this.world;
    const item = itemId(begun.plan.round, '1.2' as ItemNumber);
    await poll(`the second item of ${round}`, () => rectify.item(item));
    return { ...begun, other: new Hands(rectify, storeUrl, item, 'handler-1', begun.signed) };
  }
}
