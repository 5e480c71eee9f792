import { every } from './invariants';
import { PLANTED } from './planted';
import { reportOf } from './failure-report';
import { Broken } from './rule';
import { errorOf, scriptOf, simulate } from './simulate';
import type { Parts } from './parts';

const SMALL = { items: 4, deeds: 120 };
const MOST_SEEDS = 150;

/** The first seed, from one on, in which a rule, and it alone, finds something. */
const firstFound = (rule: string, parts: Parts, from = 1): number | undefined => {
  for (let seed = from; seed <= MOST_SEEDS; seed += 1) {
    const alone = every().filter(({ name }) => name === rule);
    if (errorOf(scriptOf(seed, SMALL), parts, alone) instanceof Broken) return seed;
  }
  return undefined;
};

test.each(Object.entries(PLANTED))('it finds out when %s', (_, { rule, parts }) => {
  expect(firstFound(rule, parts)).toBeDefined();
});

test('a failing seed is cut down to the deeds that matter, and told in words', () => {
  const planted = PLANTED['a command that is sent again acts again'];
  if (!planted) throw new Error('nothing of that name is planted');
  const { rule, parts } = planted;
  const failures: NonNullable<ReturnType<typeof simulate>>[] = [];
  // What is left of a single seed may still be long: cutting leads to the nearest minimum.
  for (let seed = firstFound(rule, parts); seed !== undefined && failures.length < 4;) {
    const failure = simulate(seed, { parts, size: SMALL, patience: 20_000 });
    if (failure) failures.push(failure);
    seed = firstFound(rule, parts, seed + 1);
  }
  const [failure] = failures.sort((a, b) => a.script.deeds.length - b.script.deeds.length);
  if (!failure) throw new Error('nothing was found');
  expect(failure.deeds).toBeGreaterThan(20);
  expect(failure.script.deeds.length).toBeLessThanOrEqual(4);
  const report = reportOf(failure, parts);
  expect(report).toMatch(/^seed \d+ breaks a rule/);
  expect(report).toContain('once-only');
  expect(report).toMatch(/\d{4}-\d{2}-\d{2} \d{2}:\d{2} {2}[a-z]+ tells item \d to /);
  expect(report).toMatch(/again +npm run simulate -- --seeds 1 --from \d+$/);
});
