import type { Command } from 'commander';
import { roundOf } from '../../../../base/ids';
import { SIDES } from '../../../../domain/item/side';
import { words } from '../../../../domain/language';
import type { Cli } from '../../context';
import { newcomersFor, personNamed } from '../../arguments/roster';
import { choiceValue } from '../../arguments/values';
import { type HandlerOptions, handlerOptions, tell } from '../shared/tell';

type Options = HandlerOptions & { side: string; to: string; note: string };

const reassign = (cli: Cli, item: string, options: Options): Promise<void> => {
  const { note } = options;
  const side = choiceValue('--side', options.side, SIDES, words(cli.language).role);
  return tell(cli, item, options, async ({ state, context }, session) => {
    const { roster } = (await session.ledger(roundOf(state.item))).head;
    const successor = personNamed(roster, options.to);
    const people = newcomersFor(successor, roster, context.roster);
    return { type: 'reassign', side, to: successor.id, people, note };
  });
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .argument('<item>', cli.say.argument.item)
    .requiredOption('--side <side>', option.side)
    .requiredOption('--to <person>', option.assignee)
    .requiredOption('--note <text>', option.note);
  handlerOptions(command, cli).action((item: string, options: Options) => reassign(cli, item, options));
};
