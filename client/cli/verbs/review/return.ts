import type { Command } from 'commander';
import type { Cli } from '../../context';
import { dateValue } from '../../arguments/values';
import { decide, type DecisionOptions, decisionOptions } from '../shared/decide';

type Options = DecisionOptions & { opinion: string; missing: string; deadline: string };

const giveBack = async (cli: Cli, item: string, options: Options): Promise<void> => {
  const { opinion, missing, deadline } = options;
  const newDeadline = dateValue('--deadline', deadline);
  await decide(cli, item, options, () => ({ type: 'return', opinion, missing, newDeadline }));
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<item>', argument.item)
    .requiredOption('--opinion <text>', option.opinion)
    .requiredOption('--missing <text>', option.missing)
    .requiredOption('--deadline <date>', option.newDeadline);
  decisionOptions(command, cli).action((item: string, options: Options) => giveBack(cli, item, options));
};
