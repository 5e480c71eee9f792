import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import type { Bench, Figures, Sample } from './bench';
import { evidence } from './evidence-memory';
import { approve } from './approve';
import { busy } from './busy';
import { cli } from './cli';
import { importing } from './import';
import { idle } from './idle';
import { ledger } from './ledger';
import { life } from './life';
import { longRun } from './long-run';
import { type Benches, type Order, orderIn, usageOf } from './order';
import { punctual } from './punctual';
import { replay } from './replay';
import { linesOf, summaryOf, type Summary } from './statistics';
import { storm } from './storm';
import { verify } from './verify';

const BENCHES: Benches = {
  life,
  storm,
  punctual,
  approve,
  busy,
  import: importing,
  ledger,
  cli,
  idle,
  replay,
  'long-run': longRun,
  evidence,
  verify,
};

const machine = () => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? '',
  memoryMiB: Math.round(totalmem() / 1024 ** 2),
  node: process.version,
});

type Result = { ours: Summary; plain?: Summary };

const measured = async (name: string, bench: Bench, { runs, setting }: Order): Promise<Result> => {
  const numbers = { ...bench.numbers, ...setting.numbers };
  const samples: Sample[] = [];
  for (let run = 1; run <= runs; run += 1) {
    process.stderr.write(`${name}: ${run}/${runs} …\n`);
    samples.push(await bench.run({ ...setting, numbers }));
  }
  const plains = samples.flatMap(({ plain }) => (plain ? [plain] : []));
  const ours = summaryOf(samples.map((sample) => sample.ours));
  return plains.length > 0 ? { ours, plain: summaryOf(plains) } : { ours };
};

/** One object: the medians by bench, those of the plain design under `plain`, and what differed between runs. */
const reportOf = ({ runs, setting }: Order, results: ReadonlyMap<string, Result>) => {
  const medians: Figures = {};
  const plain: Figures = {};
  const ranges: Record<string, Summary['range']> = {};
  for (const [name, result] of results) {
    medians[name] = result.ours.median;
    ranges[name] = result.ours.range;
    if (!result.plain) continue;
    plain[name] = result.plain.median;
    ranges[`plain.${name}`] = result.plain.range;
  }
  const { on, settings } = setting;
  return { machine: machine(), on, settings, runs, ...medians, plain, ...(runs > 1 && { ranges }) };
};

const print = (name: string, { ours, plain }: Result): void => {
  const lines = linesOf(ours.median).map(([path, value]): [string, number, Summary] => [path, value, ours]);
  const besides = plain
    ? linesOf(plain.median).map(([path, value]): [string, number, Summary] => [`plain.${path}`, value, plain])
    : [];
  const all = [...lines, ...besides];
  const width = Math.max(...all.map(([what]) => what.length));
  process.stdout.write(`${name}\n`);
  for (const [what, value, { range }] of all) {
    const [low, high] = range[what.replace(/^plain\./, '')] ?? [];
    const seen = low === undefined ? '' : `   ${low} … ${high}`;
    process.stdout.write(`  ${what.padEnd(width)}  ${String(value).padStart(10)}${seen}\n`);
  }
};

/** The options that were given, as they are written. */
const argsOf = ({ runs, setting: { on, numbers, settings } }: Order): string =>
  [
    ...Object.entries(numbers).map(([name, value]) => ` --${name} ${value}`),
    ...Object.entries(settings).map(([name, value]) => ` --set ${name}=${value}`),
    ...(on === 'dev' ? [] : [` --on ${on}`]),
    ...(runs === 1 ? [] : [` --runs ${runs}`]),
  ].join('');

/** Keeps the figures of a bench in a file of its own (results/), with the machine; `npm run docs` makes a page of them. */
const keep = async (order: Order, bench: string, result: Result): Promise<void> => {
  const { runs, setting } = order;
  const date = new Date().toISOString().slice(0, 10);
  const file = path.join(process.cwd(), 'bench/results', `${bench}-${setting.on}.json`);
  const kept = { bench, on: setting.on, args: argsOf(order), date, runs, machine: machine(), ...result };
  await writeFile(file, `${JSON.stringify(kept, null, 2)}\n`);
};

/** `npm run bench -- NAME ...`: runs benches and prints their figures, with `--json` all of them as one object. */
const main = async (args: string[]): Promise<void> => {
  const order = orderIn(args, BENCHES);
  if (order.help) {
    process.stdout.write(usageOf(BENCHES));
    return;
  }
  const results = new Map<string, Result>();
  for (const [name, bench] of order.benches) {
    const result = await measured(name, bench, order);
    results.set(name, result);
    if (!order.asJson) print(name, result);
    // At once: a later bench may fail.
    if (order.save) await keep(order, name, result);
  }
  if (order.asJson) process.stdout.write(`${JSON.stringify(reportOf(order, results))}\n`);
};

main(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage =
    error instanceof RangeError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(
    isUsage ? `${(error as Error).message}\n\n${usageOf(BENCHES)}` : `${String((error as Error).stack)}\n`,
  );
  process.exitCode = isUsage ? 2 : 1;
});
