/** Works on all, so many at once. */
export const inBatches = async <T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T, index: number) => Promise<unknown>,
): Promise<void> => {
  for (let from = 0; from < all.length; from += atOnce)
    await Promise.all(all.slice(from, from + atOnce).map((one, index) => work(one, from + index)));
};

/** 0, 1, 2 ... */
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
