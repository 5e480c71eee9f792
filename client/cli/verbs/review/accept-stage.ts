import type { Command } from 'commander';
import type { Cli } from '../../context';
import { dateValue } from '../../arguments/values';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideEach } from '../shared/decide-each';

type Options = DecisionOptions & { until: string; opinion?: string };

const acceptStage = (cli: Cli, items: string[], options: Options): Promise<void> => {
  const { opinion } = options;
  const until = dateValue('--until', options.until);
  return decideEach(cli, items, options, ({ evidenceHash }) => ({
    type: 'accept-stage',
    evidence: evidenceHash,
    until,
    ...(opinion !== undefined && { opinion }),
  }));
};

export const register = (command: Command, cli: Cli): void => {
  command
    .argument('<item...>', cli.say.argument.items)
    .requiredOption('--until <date>', cli.say.option.stageUntil)
    .option('--opinion <text>', cli.say.option.opinion);
  decisionOptions(command, cli).action((items: string[], options: Options) =>
    acceptStage(cli, items, options),
  );
};
