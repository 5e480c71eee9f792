import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Bench, Figures } from './bench';
import { evidence } from './evidence-memory';
import { idle } from './idle';
import { life } from './life';
import { longRun } from './long-run';
import { replay } from './replay';

const BENCHES: Readonly<Record<string, Bench>> = {
  evidence,
  idle,
  life,
  'long-run': longRun,
  replay,
};

const usage = (): string =>
  Object.entries(BENCHES)
    .map(([name, { about, usage: options }]) => `npm run bench -- ${name} ${options} [--json]\n  ${about}\n`)
    .join('');

const machine = () => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? '',
  memoryMiB: Math.round(totalmem() / 1024 ** 2),
  node: process.version,
});

const print = (name: string, args: readonly string[], figures: Figures, asJson: boolean): void => {
  if (asJson) {
    process.stdout.write(`${JSON.stringify({ bench: name, args, machine: machine(), figures })}\n`);
    return;
  }
  const width = Math.max(...Object.keys(figures).map(({ length }) => length));
  for (const [what, figure] of Object.entries(figures))
    process.stdout.write(`${what.padEnd(width)}  ${String(figure).padStart(8)}\n`);
};

/** `npm run bench -- NAME`: runs a bench and prints its figures, with `--json` as one line of JSON. */
const main = async ([name = '', ...given]: string[]): Promise<void> => {
  const bench = BENCHES[name];
  if (!bench) {
    process.stderr.write(usage());
    process.exitCode = 2;
    return;
  }
  const args = given.filter((argument) => argument !== '--json');
  print(name, args, await bench.run(args), args.length < given.length);
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exitCode = 1;
});
