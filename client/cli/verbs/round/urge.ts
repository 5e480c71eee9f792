import type { Command } from 'commander';
import type { Cli } from '../../context';
import { type HandlerOptions, handlerOptions, tell } from '../shared/tell';

export const register = (command: Command, cli: Cli): void => {
  command.argument('<item>', cli.say.argument.item).argument('[text...]', cli.say.argument.urge);
  handlerOptions(command, cli).action((item: string, text: string[], options: HandlerOptions) =>
    tell(cli, item, options, () => ({ type: 'urge', ...(text.length > 0 && { text: text.join(' ') }) })),
  );
};
