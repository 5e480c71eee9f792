import { Noise } from '../simulation/noise';
import { nth } from '../simulation/setting';
import { type Fault, type FaultKind, FAULTS, VERBS } from './faults';

const SECOND = 1000;

/** Nothing is hit before people have begun, nor so late that it could not end in time. */
const CALM_BEFORE = 8 * SECOND;
const CALM_AFTER = 2 * SECOND;
/** From a blow to the next, wherever it falls. */
const PAUSE: readonly [number, number] = [3 * SECOND, 11 * SECOND];
/** What was hit is left alone so long afterwards, so that it comes back at all. */
const REST = 8 * SECOND;

export type Order = {
  seed: number;
  minutes: number;
  kinds: readonly FaultKind[];
  workers: number;
};

const between = (noise: Noise, [least, most]: readonly [number, number]): number =>
  Math.round(least + noise.next() * (most - least));

const shuffled = <T>(list: readonly T[], noise: Noise): T[] =>
  list
    .map((one) => ({ one, place: noise.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);

/** Whether there is one of what it hits for each worker. */
const isOfWorker = (kind: FaultKind): boolean => ['worker', 'link'].includes(FAULTS[kind].on);

/** Every kind as often as its weight says, in an order of its own each time round: so none is missing in a long run. */
class Bag {
  private left: FaultKind[] = [];

  constructor(
    private readonly kinds: readonly FaultKind[],
    private readonly noise: Noise,
  ) {}

  /** The next kind that may be done now; nothing where none may. */
  take(isFree: (kind: FaultKind) => boolean): FaultKind | undefined {
    if (this.left.length === 0) {
      const whole = this.kinds.flatMap((kind) => Array.from({ length: FAULTS[kind].weight }, () => kind));
      this.left = shuffled(whole, this.noise);
    }
    const place = this.left.findIndex(isFree);
    return place < 0 ? undefined : this.left.splice(place, 1)[0];
  }
}

/**
 * What the monkey does, the same for the same order: instants in milliseconds from the beginning, in their order. What is
 * hit is hit by one fault at a time, and all end before the time is up.
 */
export const scheduleOf = ({ seed, minutes, kinds, workers }: Order): Fault[] => {
  const noise = new Noise(seed === 0 ? -1 : seed);
  const bag = new Bag(kinds, noise);
  const end = minutes * 60 * SECOND - CALM_AFTER;
  const busyUntil = new Map<string, number>();
  const verbs = shuffled(VERBS, noise);
  const faults: Fault[] = [];
  for (let at = CALM_BEFORE; at < end; at += between(noise, PAUSE)) {
    const worker = Math.floor(noise.next() * workers);
    const targetOf = (kind: FaultKind): string => {
      const { on } = FAULTS[kind];
      return isOfWorker(kind) ? `${on} ${worker}` : on;
    };
    const kind = bag.take((one) => (busyUntil.get(targetOf(one)) ?? 0) <= at);
    if (kind === undefined) continue;
    const [least, most] = FAULTS[kind].lasts;
    const until = at + between(noise, [least * SECOND, most * SECOND]);
    if (until > end) continue;
    busyUntil.set(targetOf(kind), until + REST);
    const verb = FAULTS[kind].on === 'smtp' ? nth(verbs, faults.length) : undefined;
    faults.push({
      kind,
      from: at,
      until,
      ...(isOfWorker(kind) && { worker }),
      ...(verb !== undefined && { verb }),
    });
  }
  return faults;
};
