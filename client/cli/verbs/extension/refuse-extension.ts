import type { Command } from 'commander';
import type { Cli } from '../../context';
import { decide, type DecisionOptions, decisionOptions } from '../shared/decide';
import { dateShown } from './extension';

type Options = DecisionOptions & { opinion: string };

export const register = (command: Command, cli: Cli): void => {
  command
    .argument('<item>', cli.say.argument.item)
    .requiredOption('--opinion <text>', cli.say.option.opinion);
  decisionOptions(command, cli).action((item: string, options: Options) =>
    decide(cli, item, options, (view) => ({
      type: 'refuse-extension',
      newDeadline: dateShown(view),
      opinion: options.opinion,
    })),
  );
};
