import type { Command } from 'commander';
import type { Cli } from '../../context';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideEach } from '../shared/decide-each';
import { dateShown } from './extension';

type Options = DecisionOptions & { opinion: string };

export const register = (command: Command, cli: Cli): void => {
  command
    .argument('<item...>', cli.say.argument.items)
    .requiredOption('--opinion <text>', cli.say.option.opinion);
  decisionOptions(command, cli).action((items: string[], options: Options) =>
    decideEach(cli, items, options, (view) => ({
      type: 'refuse-extension',
      newDeadline: dateShown(view),
      opinion: options.opinion,
    })),
  );
};
