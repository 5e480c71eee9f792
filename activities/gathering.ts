import DataLoader from 'dataloader';
import { grouped } from '../base/grouped';

/** How many are handed over at once at most: their payload stays far below Temporal's 2 MiB. */
const MOST = 100;

/**
 * Hands over together what is bound for the same place within `ms` of the first, so that many items that change at once
 * do not wake one mailbox once each. Resolves, or fails, for each as its place has taken it.
 */
export const gathering = <T>(
  placeOf: (one: T) => string,
  handOver: (place: string, all: T[]) => Promise<void>,
  ms: number,
): ((one: T) => Promise<void>) => {
  const toPlaces = async (all: readonly T[]): Promise<(undefined | Error)[]> => {
    const ends = new Map<string, undefined | Error>();
    await Promise.all(
      [...grouped(all, placeOf)].map(async ([place, ones]) => {
        const end = handOver(place, ones).then(() => undefined);
        ends.set(place, await end.catch((error: unknown) => error as Error));
      }),
    );
    return all.map((one) => ends.get(placeOf(one)));
  };
  const loader = new DataLoader(toPlaces, {
    cache: false,
    maxBatchSize: MOST,
    batchScheduleFn: (begin) => setTimeout(begin, ms),
  });
  return (one) => loader.load(one);
};
