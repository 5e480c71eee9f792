import type { Command } from 'commander';
import type { Cli } from '../../context';
import { dateValue } from '../../arguments/values';
import { type HandlerOptions, handlerOptions, tell } from '../shared/tell';

type Options = HandlerOptions & { until: string; reason: string; progress: string };

const request = (cli: Cli, item: string, options: Options): Promise<void> => {
  const { until, reason, progress } = options;
  const newDeadline = dateValue('--until', until);
  return tell(cli, item, options, () => ({ type: 'request-extension', newDeadline, reason, progress }));
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .argument('<item>', cli.say.argument.item)
    .requiredOption('--until <date>', option.askedUntil)
    .requiredOption('--reason <text>', option.reason)
    .requiredOption('--progress <text>', option.progress);
  handlerOptions(command, cli).action((item: string, options: Options) => request(cli, item, options));
};
