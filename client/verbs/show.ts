import type { Command } from 'commander';
import { readable } from '../../domain/calendar/zone';
import type { ItemView } from '../../domain/item/life';
import { words } from '../../domain/language';
import { story } from '../../domain/language/story';
import type { Cli } from '../context';
import { parseItem } from '../item-argument';
import { Session } from '../session';
import { printCard } from '../views/item-card';
import { itemJson } from '../views/json';

const printLog = (cli: Cli, { log, context }: ItemView): void => {
  const { identity } = words(cli.language);
  cli.out.line();
  cli.out.line({ text: cli.say.show.log, style: 'bold' });
  for (const entry of log) {
    const [first = '', ...more] = story(entry, context.roster, cli.language).split('\n');
    const mark = entry.author ? ` [${identity[entry.author.identity]}]` : '';
    cli.out.line([{ text: ` ${readable(entry.at)}  `, style: 'dim' }, first, { text: mark, style: 'dim' }]);
    for (const line of more) cli.out.line(`                     ${line}`);
  }
};

const show = async (cli: Cli, given: string, { json }: { json?: true }): Promise<void> => {
  const item = parseItem(given);
  const view = await Session.with(cli, (session) => session.view(item));
  if (json) {
    cli.out.json(itemJson(view));
    return;
  }
  printCard(cli, cli.out, view);
  printLog(cli, view);
};

export const register = (command: Command, cli: Cli): void => {
  command
    .argument('<item>', cli.say.argument.item)
    .option('--json', cli.say.option.json)
    .action((item: string, options: { json?: true }) => show(cli, item, options));
};
