import type { Command } from 'commander';
import type { Cli } from '../../context';
import { parseItem } from '../../arguments/item-argument';
import { Session } from '../../session';
import { lifeNumber } from '../../arguments/values';
import { printCard } from '../../views/item-card';
import { itemJson } from '../../views/json';
import { printStory } from '../../views/log';
import { heading } from '../../views/sheet';

type Options = { cycle?: string; json?: true };

const show = async (cli: Cli, given: string, { cycle, json }: Options): Promise<void> => {
  const item = parseItem(given);
  const life = cycle === undefined ? undefined : lifeNumber('--cycle', cycle);
  const view = await Session.with(cli, (session) => session.view(item, life));
  if (json) {
    cli.out.json('show', itemJson(view));
    return;
  }
  printCard(cli, cli.out, view);
  heading({ paper: cli.out }, cli.say.card.log);
  printStory(cli, view.log, view.context.roster);
};

export const register = (command: Command, cli: Cli): void => {
  command
    .argument('<item>', cli.say.argument.item)
    .option('--cycle <number>', cli.say.option.cycle)
    .option('--json', cli.say.option.json)
    .action((item: string, options: Options) => show(cli, item, options));
};
