/** Does something for each, so many at a time, and resolves to all results in order. */
export const inTurns = async <T, R>(
  all: readonly T[],
  together: number,
  work: (one: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  for (let from = 0; from < all.length; from += together)
    results.push(...(await Promise.all(all.slice(from, from + together).map(work))));
  return results;
};
