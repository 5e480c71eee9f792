import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { reportOf } from './failure-report';
import { Broken } from './rule';
import { simulate } from './simulate';
import { exitBy } from '../support/exit-by';

/** `npm run simulate -- --seeds N [--from S] [--json]`: whole rounds of random people, every rule looked at. */

const USAGE = 'npm run simulate -- --seeds N [--from S] [--json]   (N and S: whole numbers, N at least 1)\n';

/** Where so many seeds have failed, more would tell nothing new. */
const ENOUGH = 10;

const CORES = Math.min(2, availableParallelism());

type Stripe = { from: number; until: number; step: number };
type Failed = { rule: string; finding: string; deeds: number; script: unknown; report: string };
type Said = { seed: number; failed?: Failed };

const failedOf = (seed: number): Failed | undefined => {
  const failure = simulate(seed);
  if (!failure) return undefined;
  const { error, script } = failure;
  const [rule, finding] =
    error instanceof Broken ? [error.rule.name, error.finding] : ['fault', String(error)];
  return { rule, finding, deeds: script.deeds.length, script, report: reportOf(failure) };
};

/** Plays every so many-th seed and says how each ended. */
const work = ({ from, until, step }: Stripe): void => {
  for (let seed = from; seed < until; seed += step) {
    const failed = failedOf(seed);
    const said: Said = { seed, ...(failed && { failed }) };
    parentPort?.postMessage(said);
  }
};

type Options = { seeds: number; from: number; json: boolean };

const numberOf = (text: string | undefined, usual: number): number =>
  text === undefined ? usual : Number(text);

const optionsOf = (args: string[]): Options | undefined => {
  try {
    const options = {
      seeds: { type: 'string' },
      from: { type: 'string' },
      json: { type: 'boolean' },
    } as const;
    const { values } = parseArgs({ args, options });
    const { json = false } = values;
    const [seeds, from] = [numberOf(values.seeds, 100), numberOf(values.from, 1)];
    return Number.isSafeInteger(seeds) &&
      seeds > 0 &&
      Number.isInteger(from) &&
      Math.abs(from) + seeds < 2 ** 31
      ? { seeds, from, json }
      : undefined;
  } catch {
    return undefined;
  }
};

/** One line on a terminal, again and again; nothing anywhere else. */
const progress = (done: number, all: number, failures: number, since: number): void => {
  if (!process.stderr.isTTY) return;
  const rate = (done / Math.max((Date.now() - since) / 1000, 0.1)).toFixed(1);
  const left = Math.round(((Date.now() - since) / 1000 / Math.max(done, 1)) * (all - done));
  process.stderr.write(
    `\r${done}/${all} seeds, ${rate} a second, ${left} s to go, ${failures} failed  \x1b[K`,
  );
};

/** Has all seeds played by as many threads as there are cores, and gathers those that failed, in order. */
const playAll = async ({
  seeds,
  from,
}: Options): Promise<{ done: number; failures: (Failed & { seed: number })[] }> => {
  const since = Date.now();
  const failures: (Failed & { seed: number })[] = [];
  let done = 0;
  const threads = Array.from(
    { length: CORES },
    (_, index) =>
      new Worker(__filename, {
        workerData: { from: from + index, until: from + seeds, step: CORES } satisfies Stripe,
      }),
  );
  await Promise.all(
    threads.map(
      (thread) =>
        new Promise<void>((resolve, reject) => {
          thread.on('message', ({ seed, failed }: Said) => {
            done += 1;
            if (failed) failures.push({ seed, ...failed });
            progress(done, seeds, failures.length, since);
            if (failures.length >= ENOUGH) for (const one of threads) void one.terminate();
          });
          thread.on('error', reject);
          thread.on('exit', () => {
            resolve();
          });
        }),
    ),
  );
  return { done, failures: failures.sort((a, b) => a.seed - b.seed) };
};

const main = async (): Promise<number> => {
  const options = optionsOf(process.argv.slice(2));
  if (!options) {
    process.stderr.write(USAGE);
    return 2;
  }
  const since = Date.now();
  const { done, failures } = await playAll(options);
  const seconds = Math.round((Date.now() - since) / 1000);
  if (process.stderr.isTTY) process.stderr.write('\n');
  const { seeds, from, json } = options;
  if (json)
    process.stdout.write(
      `${JSON.stringify({ seeds, from, done, seconds, failures: failures.map(({ report, ...failure }) => failure) })}\n`,
    );
  else {
    for (const { report } of failures) process.stdout.write(`${report}\n\n`);
    process.stdout.write(`${done} seeds from ${from}, ${failures.length} failed, ${seconds} s\n`);
  }
  return failures.length > 0 ? 1 : 0;
};

if (isMainThread) exitBy(main());
else work(workerData as Stripe);
