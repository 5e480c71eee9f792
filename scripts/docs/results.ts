import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** A page of what the benches have found (bench/results), as `npm run docs` writes it. */

type Figures = { [name: string]: number | Figures };
const Figures: z.ZodType<Figures> = z.lazy(() => z.record(z.string(), z.union([z.number(), Figures])));

const Summary = z.object({
  median: Figures,
  range: z.record(z.string(), z.tuple([z.number(), z.number()])),
});
type Summary = z.infer<typeof Summary>;

const Result = z.object({
  bench: z.string(),
  on: z.string(),
  args: z.string(),
  date: z.iso.date(),
  runs: z.number(),
  machine: z.object({
    cores: z.number(),
    processor: z.string(),
    memoryMiB: z.number(),
    node: z.string(),
  }),
  ours: Summary,
  plain: Summary.optional(),
});
type Result = z.infer<typeof Result>;

/** The page of the results, in docs/. */
export const RESULTS_PAGE = 'benchmarks.md';

const HEAD = `# Benchmarks

<!-- Written by \`npm run docs\` from bench/results. -->

What \`npm run bench -- NAME --save\` has found: the median of the runs, and in brackets the lowest and highest value where they
differ. \`plain\` is a plain per-item Temporal design (bench/plain) in the same run, or what the bench names beside ours. What is
measured, and what stands behind the figures, is said in [performance.md](performance.md).
`;

const SERVERS: Readonly<Record<string, string>> = {
  dev: 'dev server, SQLite in memory',
  postgres: 'Temporal server and PostgreSQL',
};

export const resultsIn = (folder: string): Result[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => Result.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))));

const leavesOf = (figures: Figures, prefix = ''): [string, number][] =>
  Object.entries(figures).flatMap(([name, value]) =>
    typeof value === 'number'
      ? [[`${prefix}${name}`, value] satisfies [string, number]]
      : leavesOf(value, `${prefix}${name}.`),
  );

const number = (value: number): string => value.toLocaleString('en-US');

const cell = (summary: Summary | undefined, name: string): string => {
  const value = summary && new Map(leavesOf(summary.median)).get(name);
  if (value === undefined) return '–';
  const [low, high] = summary?.range[name] ?? [];
  return low === undefined || high === undefined
    ? number(value)
    : `${number(value)} (${number(low)}–${number(high)})`;
};

const sectionOf = ({ bench, on, args, date, runs, machine, ours, plain }: Result): string => {
  const names = new Set(
    [ours, ...(plain ? [plain] : [])].flatMap(({ median }) => leavesOf(median).map(([name]) => name)),
  );
  const rows = [...names].map((name) =>
    [`\`${name}\``, cell(ours, name), ...(plain ? [cell(plain, name)] : [])].join(' | '),
  );
  const { cores, processor, memoryMiB, node } = machine;
  const where = `${cores} cores (${processor}), ${number(memoryMiB)} MiB, Node ${node}, ${SERVERS[on] ?? on}`;
  return `## ${bench}, ${on}

\`npm run bench -- ${bench}${args}\`, ${date}, ${runs === 1 ? 'one run' : `${runs} runs`}: ${where}.

| | ours |${plain ? ' plain |' : ''}
| --- | --- |${plain ? ' --- |' : ''}
${rows.map((row) => `| ${row} |`).join('\n')}
`;
};

export const pageOf = (results: readonly Result[]): string => [HEAD, ...results.map(sectionOf)].join('\n');
