import type { Command } from 'commander';
import type { Cli } from '../../context';
import { decide, type DecisionOptions, decisionOptions } from '../shared/decide';
import { dateShown } from './extension';

type Options = DecisionOptions & { opinion?: string };

const grant = (cli: Cli, item: string, options: Options): Promise<void> => {
  const { opinion } = options;
  return decide(cli, item, options, (view) => ({
    type: 'grant-extension',
    newDeadline: dateShown(view),
    ...(opinion !== undefined && { opinion }),
  }));
};

export const register = (command: Command, cli: Cli): void => {
  command.argument('<item>', cli.say.argument.item).option('--opinion <text>', cli.say.option.opinion);
  decisionOptions(command, cli).action((item: string, options: Options) => grant(cli, item, options));
};
