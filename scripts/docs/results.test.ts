import { readFileSync } from 'node:fs';
import { inRepository } from '../../testing/repository';
import { pageOf, RESULTS_PAGE, resultsIn } from './results';

const results = resultsIn(inRepository('bench', 'results'));

test('the page of benchmarks is what the benches have found; `npm run docs` writes it', () => {
  expect(results.length).toBeGreaterThan(0);
  expect(readFileSync(inRepository('docs', RESULTS_PAGE), 'utf8')).toBe(pageOf(results));
});

test('a figure has its range only where the runs differ, and what only one design has is a dash for the other', () => {
  const machine = { cores: 2, processor: 'x', memoryMiB: 1024, node: 'v20' };
  const page = pageOf([
    {
      bench: 'storm',
      on: 'dev',
      args: ' --runs 3',
      date: '2021-06-09',
      runs: 3,
      machine,
      ours: { median: { lastMs: 1500, deep: { early: 0 } }, range: { lastMs: [1400, 1600] } },
      plain: { median: { lastMs: 9000 }, range: {} },
    },
  ]);
  expect(page).toContain('| `lastMs` | 1,500 (1,400–1,600) | 9,000 |');
  expect(page).toContain('| `deep.early` | 0 | – |');
});
