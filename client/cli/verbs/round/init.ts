import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../../context';
import { keyTrouble } from '../../commands/signing';
import { examplePlanWithKeys, placePlan, starterPlan } from '../../files/new-plan';
import { printDone } from '../../terminal/done';

type Options = { example?: true; json?: true };

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
  const next =
    fresh.handler === undefined
      ? said.next(placed.plan)
      : said.nextWithKeys(placed.plan, placed.keys, fresh.handler);
  for (const line of next) cli.out.line(line);
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<folder>', argument.folder)
    .option('--example', option.example)
    .option('--json', option.json)
    .action((path: string, options: Options) => init(cli, path, options));
};
