import { PLANTED } from './planted';
import { reportOf } from './failure-report';
import { Broken } from './rule';
import { type Failure, simulate } from './simulate';
import type { Parts } from './parts';

const SMALL = { items: 4, deeds: 120 };
const MOST_SEEDS = 60;

const nameOf = ({ error }: Failure): string => (error instanceof Broken ? error.rule.name : String(error));

/** The first failure that breaks a rule, among some seeds. */
const found = (rule: string, parts: Parts, patience = 0): Failure | undefined => {
  for (let seed = 1; seed <= MOST_SEEDS; seed += 1) {
    const failure = simulate(seed, { parts, size: SMALL, patience });
    if (failure && nameOf(failure) === rule) return failure;
  }
  return undefined;
};

test.each(Object.entries(PLANTED))('it finds out when %s', (_, { rule, parts }) => {
  expect(found(rule, parts)).toBeDefined();
});

test('a failing seed is cut down to the deeds that matter, and told in words', () => {
  const { rule, parts } = PLANTED['a command that is sent again acts again'] ?? {
    rule: '',
    parts: undefined,
  };
  const failure = parts && found(rule, parts, 20_000);
  if (!failure) throw new Error('nothing was found');
  expect(failure.deeds).toBeGreaterThan(20);
  expect(failure.script.deeds.length).toBeLessThanOrEqual(4);
  const report = reportOf(failure, parts);
  expect(report).toMatch(/^seed \d+ breaks a rule/);
  expect(report).toContain('once-only');
  expect(report).toMatch(/\d{4}-\d{2}-\d{2} \d{2}:\d{2} {2}[a-z]+ tells item \d to /);
  expect(report).toMatch(/again +npm run simulate -- --seeds 1 --from \d+$/);
});
