import type { Command } from 'commander';
import type { Cli } from '../../context';
import { dateValue } from '../../arguments/values';
import { type HandlerOptions, handlerOptions, tell } from '../shared/tell';

type Options = HandlerOptions & { deadline: string; reason: string };

const setDeadline = (cli: Cli, item: string, options: Options): Promise<void> => {
  const { reason } = options;
  const deadline = dateValue('--deadline', options.deadline);
  return tell(cli, item, options, () => ({ type: 'set-deadline', deadline, reason }));
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .argument('<item>', cli.say.argument.item)
    .requiredOption('--deadline <date>', option.deadline)
    .requiredOption('--reason <text>', option.reason);
  handlerOptions(command, cli).action((item: string, options: Options) => setDeadline(cli, item, options));
};
