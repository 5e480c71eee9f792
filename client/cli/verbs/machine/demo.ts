import { mkdtemp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../../context';
import { type Cast, LENGTH, runDrill } from '../../../demo/drill';
import type { Outcome } from '../../../demo/outcome';
import { reportIn, untilInterrupted, addressesOf } from '../../../local/running';
import { examplePlan } from '../../../../examples/plan-path';
import { toLookAt, toTry } from './to-type';
import { startStack } from '../../../local/stack';
import { examplePlanWithKeys } from '../../files/new-plan';
import { planOf } from '../../files/plan-file';
import { EXIT } from '../../trouble/trouble';

type Options = { keep?: true; json?: true };

/** Each demo has its own folder, so that the next one never removes its bags. */
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
  const { demo: said } = cli.say;
  const tell = reportIn(cli.terminal);
  const cast = await castOf();
  const { plan } = cast;
  const folder = await demoFolder();
  tell(said.starting);
  const stack = await startStack({ folder, persistent: false, report: tell });
  await untilInterrupted(stack, said.workerDied, async () => {
    const addresses = addressesOf(stack);
    tell(said.started(addresses.ui, addresses.web));
    tell(said.drill(plan.title, plan.items.length, LENGTH));
    const drill = { stack, cast, language: cli.language, folder: path.join(folder, 'documents') };
    const outcome = await runDrill(drill, (at, totals, mails) => {
      tell(said.line(at, barOf(totals), totals, mails), 'passing');
    });
    conclude(cli, outcome, folder, options);
    if (!options.keep) return 'stop';
    tell(said.keeping);
    for (const line of toLookAt(addresses, plan.round)) tell(line);
    return 'stay';
  });
};

const BAR = 20;

/** How many items have ended, as a bar. */
const barOf = ({ items, byStatus }: Outcome['totals']): string => {
  const ended = byStatus.archived + byStatus.withdrawn;
  const full = Math.round((ended / Math.max(1, items)) * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${ended}/${items}`;
};

/** What a drill shows besides the ends of its items: at least one of each. */
const SHOWN = [
  'amended',
  'countersigned',
  'ownerReminders',
  'assisted',
  'results',
  'reports',
] as const satisfies readonly (keyof Outcome)[];

/** Whether everything that a drill has to show has happened. */
export const isWhole = (outcome: Outcome): boolean => {
  const { items, archived, closed, bags, valid, disagreements } = outcome;
  const isClosed = archived === items && closed && valid === bags.length && disagreements.length === 0;
  return isClosed && SHOWN.every((fact) => outcome[fact] > 0);
};

const conclude = (cli: Cli, outcome: Outcome, folder: string, { json }: Options): void => {
  const { demo: said } = cli.say;
  if (!isWhole(outcome)) cli.exitCode = EXIT.fault;
  const paper = json ? cli.err : cli.out;
  paper.line();
  paper.line(said.done(outcome));
  paper.line(said.bags);
  paper.line(`  ${folder}`);
  paper.line(said.documents);
  for (const file of outcome.documents) paper.line(`  ${file}`);
  paper.line(said.tryNext);
  for (const line of toTry(outcome, said.keep)) paper.line(line);
  if (json) cli.out.json('demo', outcome);
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .option('--keep', option.keep)
    .option('--json', option.lastLine)
    .action((options: Options) => demo(cli, options));
};
