import type { Command } from 'commander';
import type { Cli } from '../context';
import { type HandlerOptions, handlerOptions, tell } from './tell';

export const register = (command: Command, cli: Cli): void => {
  const { argument } = cli.say;
  command.argument('<item>', argument.item).argument('<text...>', argument.summary);
  handlerOptions(command, cli).action((item: string, text: string[], options: HandlerOptions) =>
    tell(cli, item, options, () => ({ type: 'request-closure', summary: text.join(' ') })),
  );
};
