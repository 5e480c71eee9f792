import type { Command } from 'commander';
import type { Cli } from '../../context';
import { decide, type DecisionOptions, decisionOptions } from '../shared/decide';

type Options = DecisionOptions & { opinion?: string };

/** The decisions that say yes to the evidence that was shown. */
const approveOrAccept =
  (type: 'approve' | 'accept') =>
  (command: Command, cli: Cli): void => {
    command.argument('<item>', cli.say.argument.item).option('--opinion <text>', cli.say.option.opinion);
    decisionOptions(command, cli).action((item: string, options: Options) => {
      const { opinion } = options;
      return decide(cli, item, options, ({ evidenceHash }) => ({
        type,
        evidence: evidenceHash,
        ...(opinion !== undefined && { opinion }),
      }));
    });
  };

export const approve = approveOrAccept('approve');
export const accept = approveOrAccept('accept');
