import { linesOf, quantile, repeated, rounded, spread, summaryOf, timed } from './statistics';

/** 1 to 100, not in their order. */
const HUNDRED = Array.from({ length: 100 }, (_, index) => ((index * 37) % 100) + 1);

describe('a quantile', () => {
  test('is a value that was seen, by the nearest rank', () => {
    expect(quantile([10, 20, 30, 40], 0.5)).toBe(20);
    expect(quantile([10, 20, 30], 0.5)).toBe(20);
    expect(quantile(HUNDRED, 0.99)).toBe(99);
    expect(quantile(HUNDRED, 0.999)).toBe(100);
  });

  test('goes from the least value to the largest', () => {
    expect(quantile(HUNDRED, 0)).toBe(1);
    expect(quantile(HUNDRED, 1)).toBe(100);
  });

  test('compares values as numbers, and leaves them as they were', () => {
    const values = [100, 9, 20];
    expect(quantile(values, 1)).toBe(100);
    expect(values).toEqual([100, 9, 20]);
  });

  test('of nothing is an error', () => {
    expect(() => quantile([], 0.5)).toThrow('no values');
  });
});

test('durations are told by their middle and their worst, to a tenth', () => {
  expect(spread(HUNDRED.map((value) => value + 0.04))).toEqual({ p50: 50, p99: 99 });
  expect(rounded(1.25, 1)).toBe(1.3);
  expect(rounded(1234.5678, 2)).toBe(1234.57);
});

test('a work gives what came of it, and how long it took', async () => {
  const [result, ms] = await timed(() => Promise.resolve('done'));
  expect(result).toBe('done');
  expect(ms).toBeGreaterThanOrEqual(0);
});

test('each time that a value is there again counts', () => {
  expect(repeated([])).toBe(0);
  expect(repeated(['a', 'b'])).toBe(0);
  expect(repeated(['a', 'b', 'a', 'a'])).toBe(2);
});

describe('the summary of runs', () => {
  test('has the median of each figure, in the groups of the first run', () => {
    const runs = [3, 1, 2].map((value) => ({ items: 5, ms: { p50: value, worst: value * 10 } }));
    expect(summaryOf(runs).median).toEqual({ items: 5, ms: { p50: 2, worst: 20 } });
  });

  test('has the lowest and the highest value of what differed', () => {
    const runs = [3, 1, 2].map((value) => ({ items: 5, ms: { p50: value } }));
    expect(summaryOf(runs).range).toEqual({ 'ms.p50': [1, 3] });
  });

  test('of one run is that run', () => {
    expect(summaryOf([{ items: 5 }])).toEqual({ median: { items: 5 }, range: {} });
  });

  test('of no runs is an error', () => {
    expect(() => summaryOf([])).toThrow('no runs');
  });
});

test('figures become lines, each with its path', () => {
  expect(linesOf({ items: 5, ms: { p50: 1, far: { down: 2 } } })).toEqual([
    ['items', 5],
    ['ms.p50', 1],
    ['ms.far.down', 2],
  ]);
});
