import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../../context';
import { keyTrouble } from '../../commands/signing';
import { ownFolder } from '../../../api/settings';
import { trustFileIn } from '../../../local/trust-file';
import { examplePlanWithKeys, type NewPlan, type Placed, placePlan, starterPlan } from '../../files/new-plan';
import { printDone } from '../../terminal/done';

type Options = { example?: true; json?: true };

/** What to type next. The keys of an example are for a trial, so they are pinned where `rectify dev` looks. */
const nextOf = (cli: Cli, { roles }: NewPlan, { plan, keys }: Placed): string[] => {
  const said = cli.say.plan.init;
  if (!roles) return said.next(plan);
  const { handler, office, head } = roles;
  const trust = trustFileIn(ownFolder(cli.terminal.environment, 'XDG_DATA_HOME'));
  return said.nextWithKeys({
    plan,
    keys,
    trust,
    handler,
    signers: `--as ${office} --countersign-as ${head}`,
  });
};

const init = async (cli: Cli, folder: string, { example, json }: Options): Promise<void> => {
  const fresh = example ? await examplePlanWithKeys() : await starterPlan();
  const placed = await placePlan(resolve(folder), fresh).catch((error: unknown) => {
    throw keyTrouble(error);
  });
  const people = [...fresh.keys.keys()];
  if (json) {
    cli.out.json('init', { plan: placed.plan, ...(people.length > 0 && { keys: placed.keys, people }) });
    return;
  }
  const said = cli.say.plan.init;
  const done = (text: string) => {
    printDone(cli.out, text);
  };
  done(said.plan(placed.plan));
  if (people.length > 0) done(said.keys(people.length, placed.keys));
  for (const line of nextOf(cli, fresh, placed)) cli.out.line(line);
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<folder>', argument.folder)
    .option('--example', option.example)
    .option('--json', option.json)
    .action((path: string, options: Options) => init(cli, path, options));
};
