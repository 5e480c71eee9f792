import type { Command } from 'commander';
import type { Cli } from '../../context';
import { parseItem } from '../../arguments/item-argument';
import { Session } from '../../session';
import { lifeNumber } from '../../arguments/values';
import type { ItemView } from '../../../../domain/item/life';
import { wentBackIn } from '../../../../domain/round/log-head';
import { printWentBack } from '../../views/row-table';
import { printCard } from '../../views/item-card';
import { itemJson } from '../../views/json';
import { printStory } from '../../views/log';
import { heading } from '../../views/sheet';

type Options = { cycle?: string; json?: true };

/** With what the round has noted: an item whose log went back cannot know it. */
const witnessed = async (session: Session, look: () => Promise<ItemView>): Promise<ItemView> => {
  const first = await look();
  const known = await session.lineOf(first.state.item);
  // It may have gone on before the round was asked.
  const view = known && wentBackIn(known, first) ? await look() : first;
  const logWentBack = known && wentBackIn(known, view);
  return logWentBack ? { ...view, row: { ...view.row, logWentBack } } : view;
};

const show = async (cli: Cli, given: string, { cycle, json }: Options): Promise<void> => {
  const item = parseItem(given);
  const life = cycle === undefined ? undefined : lifeNumber('--cycle', cycle);
  const view = await Session.with(cli, (session) => witnessed(session, () => session.view(item, life)));
  if (json) {
    cli.out.json('show', itemJson(view));
    return;
  }
  printCard(cli, cli.out, view);
  const { number, logWentBack } = view.row;
  if (logWentBack) printWentBack(cli, number, logWentBack);
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
