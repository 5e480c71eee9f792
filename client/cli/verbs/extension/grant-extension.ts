import type { Command } from 'commander';
import type { Cli } from '../../context';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideEach } from '../shared/decide-each';
import { dateShown } from './extension';

type Options = DecisionOptions & { opinion?: string };

const grant = (cli: Cli, items: string[], options: Options): Promise<void> => {
  const { opinion } = options;
  return decideEach(cli, items, options, (view) => ({
    type: 'grant-extension',
    newDeadline: dateShown(view),
    ...(opinion !== undefined && { opinion }),
  }));
};

export const register = (command: Command, cli: Cli): void => {
  command.argument('<item...>', cli.say.argument.items).option('--opinion <text>', cli.say.option.opinion);
  decisionOptions(command, cli).action((items: string[], options: Options) => grant(cli, items, options));
};
