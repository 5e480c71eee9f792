import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, Figures, Sample, Setting } from './bench';
import { evidence } from './evidence-memory';
import { approve } from './approve';
import { cli } from './cli';
import { importing } from './import';
import { idle } from './idle';
import { ledger } from './ledger';
import { life } from './life';
import { longRun } from './long-run';
import { punctual } from './punctual';
import { replay } from './replay';
import { linesOf, summaryOf, type Summary } from './statistics';
import { storm } from './storm';
import { verify } from './verify';
import { whereOf } from './world';

const BENCHES: Readonly<Record<string, Bench>> = {
  life,
  storm,
  punctual,
  approve,
  import: importing,
  ledger,
  cli,
  idle,
  replay,
  'long-run': longRun,
  evidence,
  verify,
};

/** The benches of `npm run bench` without a name: all. */
const NAMES = Object.keys(BENCHES);

const usage = (): string =>
  `npm run bench -- [NAME ...] [--runs N] [--on dev|postgres] [--set NAME=VALUE of the workers ...] [--json] [--save]

${Object.entries(BENCHES)
  .map(([name, { about, numbers }]) => {
    const options = Object.entries(numbers).map(([option, value]) => ` [--${option} ${value}]`);
    return `  ${name}${options.join('')}\n      ${about}\n`;
  })
  .join('')}`;

const machine = () => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? '',
  memoryMiB: Math.round(totalmem() / 1024 ** 2),
  node: process.version,
});

type Order = { benches: [string, Bench][]; runs: number; setting: Setting; asJson: boolean; save: boolean };

const numberOf = (name: string, text: string): number => {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1))
    throw new RangeError(`--${name} ${text}: a whole number from 1 on is wanted`);
  return value;
};

const orderIn = (args: string[]): Order => {
  const allNumbers = [...new Set(Object.values(BENCHES).flatMap(({ numbers }) => Object.keys(numbers)))];
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
      runs: { type: 'string', default: '1' },
      on: { type: 'string', default: 'dev' },
      set: { type: 'string', multiple: true, default: [] },
      ...Object.fromEntries(allNumbers.map((name) => [name, { type: 'string' as const }])),
    },
  });
  const benches = (positionals.length > 0 ? positionals : NAMES).map((name): [string, Bench] => {
    const bench = BENCHES[name];
    if (!bench) throw new RangeError(`there is no bench ${name}`);
    return [name, bench];
  });
  const given = values as Record<string, unknown>;
  const numbers = allNumbers.flatMap((name): [string, number][] => {
    const text = given[name];
    return typeof text === 'string' ? [[name, numberOf(name, text)]] : [];
  });
  const settings = values.set.map((pair) => [
    pair.slice(0, pair.indexOf('=')),
    pair.slice(pair.indexOf('=') + 1),
  ]);
  const setting: Setting = {
    on: whereOf(values.on),
    numbers: Object.fromEntries(numbers),
    settings: Object.fromEntries(settings) as Record<string, string>,
  };
  return { benches, runs: numberOf('runs', values.runs), setting, asJson: values.json, save: values.save };
};

type Result = { ours: Summary; plain?: Summary };

const measured = async (bench: Bench, runs: number, setting: Setting): Promise<Result> => {
  const numbers = { ...bench.numbers, ...setting.numbers };
  const samples: Sample[] = [];
  for (let run = 0; run < runs; run += 1) samples.push(await bench.run({ ...setting, numbers }));
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

/** Keeps the figures of each bench in a file of its own (results/), with the machine. */
const keep = async (order: Order, results: ReadonlyMap<string, Result>): Promise<void> => {
  for (const [name, result] of results) {
    const file = path.join(process.cwd(), 'bench/results', `${name}-${order.setting.on}.json`);
    const { runs, setting } = order;
    const kept = {
      bench: name,
      on: setting.on,
      settings: setting.settings,
      runs,
      machine: machine(),
      ...result,
    };
    await writeFile(file, `${JSON.stringify(kept, null, 2)}\n`);
  }
};

/** `npm run bench -- NAME ...`: runs benches and prints their figures, with `--json` all of them as one object. */
const main = async (args: string[]): Promise<void> => {
  const order = orderIn(args);
  const results = new Map<string, Result>();
  for (const [name, bench] of order.benches) {
    const result = await measured(bench, order.runs, order.setting);
    results.set(name, result);
    if (!order.asJson) print(name, result);
  }
  if (order.asJson) process.stdout.write(`${JSON.stringify(reportOf(order, results))}\n`);
  if (order.save) await keep(order, results);
};

main(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage =
    error instanceof RangeError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(
    isUsage ? `${(error as Error).message}\n\n${usage()}` : `${String((error as Error).stack)}\n`,
  );
  process.exitCode = isUsage ? 2 : 1;
});
