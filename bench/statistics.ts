import type { Figures } from './bench';

/** A quantile (0 to 1) by the nearest rank: a value that was seen. Throws where nothing was. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)];
  if (found === undefined) throw new Error('no values');
  return found;
};

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** The middle and the worst of durations, in ms. */
export const spread = (times: readonly number[]) => ({
  p50: rounded(quantile(times, 0.5)),
  p99: rounded(quantile(times, 0.99)),
});

/** What comes of a work, and how long that took, in ms. */
export const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const began = performance.now();
  const result = await work();
  return [result, performance.now() - began];
};

/** How many values are there again. */
export const repeated = (values: readonly string[]): number => values.length - new Set(values).size;

/** The median of several runs, and the lowest and highest value where they differ. */
export type Summary = { median: Figures; range: Record<string, [number, number]> };

const leaves = (figures: Figures, prefix = ''): [string, number][] =>
  Object.entries(figures).flatMap(([name, value]) =>
    typeof value === 'number'
      ? [[`${prefix}${name}`, value] satisfies [string, number]]
      : leaves(value, `${prefix}${name}.`),
  );

const rebuilt = (figures: Figures, leaf: (path: string) => number, prefix = ''): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      typeof value === 'number' ? leaf(`${prefix}${name}`) : rebuilt(value, leaf, `${prefix}${name}.`),
    ]),
  );

/** All runs have the same figures, by name. */
export const summaryOf = (runs: readonly Figures[]): Summary => {
  const [first] = runs;
  if (!first) throw new Error('no runs');
  const seen = new Map<string, number[]>();
  for (const [path, value] of runs.flatMap((run) => leaves(run)))
    seen.set(path, [...(seen.get(path) ?? []), value]);
  const range: Summary['range'] = {};
  for (const [path, values] of seen) {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    if (low !== high) range[path] = [low, high];
  }
  return { median: rebuilt(first, (path) => quantile(seen.get(path) ?? [], 0.5)), range };
};

/** A line a figure: path and value. */
export const linesOf = (figures: Figures): [string, number][] => leaves(figures);
