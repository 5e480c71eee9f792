import type { Command } from 'commander';
import type { Cli } from '../../context';
import { dateValue } from '../../arguments/values';
import { decide, type DecisionOptions, decisionOptions } from '../shared/decide';

type Options = DecisionOptions & { until: string; opinion?: string };

const acceptStage = (cli: Cli, item: string, options: Options): Promise<void> => {
  const { opinion } = options;
  const until = dateValue('--until', options.until);
  return decide(cli, item, options, ({ evidenceHash }) => ({
    type: 'accept-stage',
    evidence: evidenceHash,
    until,
    ...(opinion !== undefined && { opinion }),
  }));
};

export const register = (command: Command, cli: Cli): void => {
  command
    .argument('<item>', cli.say.argument.item)
    .requiredOption('--until <date>', cli.say.option.stageUntil)
    .option('--opinion <text>', cli.say.option.opinion);
  decisionOptions(command, cli).action((item: string, options: Options) => acceptStage(cli, item, options));
};
