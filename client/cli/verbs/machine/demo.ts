import { mkdtemp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../../context';
import { type Cast, LENGTH, runDrill } from '../../../demo/drill';
import { type DemoWords, demoWords, type Outcome } from '../../../demo/words';
import { report, untilInterrupted, addressesOf } from '../../../demo/running';
import { examplePlan } from '../../../../examples/plan-path';
import { startStack } from '../../../local/stack';
import { examplePlanWithKeys } from '../../files/new-plan';
import { planOf } from '../../files/plan-file';
import { EXIT } from '../../trouble/trouble';

type Options = { keep?: true; json?: true };

/** A folder of its own for each demo: bags are never thrown away by the next one. */
const demoFolder = async (): Promise<string> => {
  const parent = path.resolve('.rectify');
  await mkdir(parent, { recursive: true });
  return mkdtemp(path.join(parent, 'demo-'));
};

/** The example, its people with keys that live as long as the drill. */
const castOf = async (): Promise<Cast> => {
  const { text, keys } = await examplePlanWithKeys();
  return { plan: planOf(text, examplePlan('round-2021')), planText: text, keys };
};

const demo = async (cli: Cli, options: Options): Promise<void> => {
  const words = demoWords(cli.language);
  const tell = report(cli);
  const cast = await castOf();
  const { plan } = cast;
  const folder = await demoFolder();
  tell(words.starting);
  const stack = await startStack({ folder, persistent: false, report: tell });
  await untilInterrupted(stack, words, async () => {
    const addresses = addressesOf(stack);
    tell(words.started(addresses));
    tell(words.drill(plan.title, plan.items.length, LENGTH));
    const drill = { stack, cast, language: cli.language, folder: path.join(folder, 'documents') };
    const outcome = await runDrill(drill, (at, totals, mails) => {
      tell(words.line(at, totals, mails), 'passing');
    });
    conclude(cli, words, outcome, folder, options);
    if (!options.keep) return 'stop';
    for (const line of words.keeping(addresses, plan.round)) tell(line);
    return 'stay';
  });
};

/** Whether everything has come about that a drill has to show. */
const isWhole = ({ items, archived, closed, bags, valid, disagreements }: Outcome): boolean =>
  archived === items && closed && valid === bags.length && disagreements.length === 0;

const conclude = (cli: Cli, words: DemoWords, outcome: Outcome, folder: string, { json }: Options): void => {
  if (!isWhole(outcome)) cli.exitCode = EXIT.fault;
  const paper = json ? cli.err : cli.out;
  paper.line();
  paper.line(words.done(outcome));
  for (const line of words.lookAt(outcome, folder)) paper.line(line);
  if (json) cli.out.json('demo', outcome);
};

export const register = (command: Command, cli: Cli): void => {
  const zh = cli.language !== 'en';
  command
    .option('--keep', zh ? '演练结束后保持运行' : 'stay up when the drill is over')
    .option('--json', zh ? '标准输出的最后一行是结果' : 'the last line of stdout is the result')
    .action((options: Options) => demo(cli, options));
};
