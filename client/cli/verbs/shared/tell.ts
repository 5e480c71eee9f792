import type { Command as Verb } from 'commander';
import type { ItemView } from '../../../../domain/item/life';
import { parseItem } from '../../arguments/item-argument';
import { type Saying, whoAmI } from '../../commands/commands';
import type { Cli } from '../../context';
import type { Session } from '../../session';
import { printAnswer } from '../../views/answer';
import type { Order } from './give';
import { type Given, giveItem } from './to-item';

export type HandlerOptions = { deputyFor?: string; json?: true };

/** Options of every verb that gives a command. */
export const handlerOptions = (verb: Verb, { say }: Cli): Verb =>
  verb.option('--deputy-for <person>', say.option.deputyFor).option('--json', say.option.json);

type Prepared<T> = (view: ItemView, session: Session) => T | Promise<T>;

/** Looks at the item that was named and gives it an order, unless it would be refused. */
export const tellOrder = async (
  cli: Cli,
  item: string,
  options: HandlerOptions,
  prepare: Prepared<Order<Saying>>,
): Promise<void> => {
  whoAmI(cli);
  const given = await giveItem(cli, { item: parseItem(item), deputyFor: options.deputyFor, prepare });
  if (given) report(cli, options, given);
};

/** The same for what can be told at once. */
export const tell = (
  cli: Cli,
  item: string,
  options: HandlerOptions,
  prepare: Prepared<Saying>,
): Promise<void> =>
  tellOrder(cli, item, options, async (view, session) => ({ saying: await prepare(view, session) }));

/** Prints the answer; `--json` prints it as the item gave it, with the file that was handed in. */
const report = (cli: Cli, { json }: HandlerOptions, { answer, view, command }: Given): void => {
  const file = command.type === 'add-evidence' ? command.file : undefined;
  if (json) {
    if (file) cli.out.json('evidence', { ...answer, file });
    else cli.out.json('answer', answer);
    return;
  }
  printAnswer(cli, answer, view);
  if (file) cli.out.line(`  SHA-512 ${file.sha512}`);
};
