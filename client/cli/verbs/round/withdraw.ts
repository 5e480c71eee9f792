import type { Command } from 'commander';
import { type ItemNumber, numberOf, roundOf } from '../../../../base/ids';
import type { ItemView } from '../../../../domain/item/life';
import { isOpen } from '../../../../domain/item/states';
import { words } from '../../../../domain/language';
import type { Cli } from '../../context';
import { parseItem } from '../../arguments/item-argument';
import { rowIn, type Session } from '../../session';
import { Trouble } from '../../trouble/trouble';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideEach } from '../shared/decide-each';

type Options = DecisionOptions & { reason: string; into?: string };

/** The item into which another is merged: an open one of its round. The item itself checks that it is another. */
const target = async (
  cli: Cli,
  given: string,
  { state }: ItemView,
  session: Session,
): Promise<ItemNumber> => {
  const { number } = parseItem(given);
  if (number === numberOf(state.item)) return number;
  const { status } = rowIn(await session.ledger(roundOf(state.item)), number);
  if (isOpen(status)) return number;
  throw new Trouble({ type: 'not-open', number, status: words(cli.language).status[status] });
};

const withdraw = (cli: Cli, items: string[], options: Options): Promise<void> => {
  const { reason, into } = options;
  return decideEach(cli, items, options, async (view, session) => ({
    type: 'withdraw',
    reason,
    ...(into !== undefined && { into: await target(cli, into, view, session) }),
  }));
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .argument('<item...>', cli.say.argument.items)
    .requiredOption('--reason <text>', option.reason)
    .option('--into <item>', option.into);
  decisionOptions(command, cli).action((items: string[], options: Options) => withdraw(cli, items, options));
};
