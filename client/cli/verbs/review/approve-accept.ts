import type { Command } from 'commander';
import type { Cli } from '../../context';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideEach } from '../shared/decide-each';

type Options = DecisionOptions & { opinion?: string };

/** The decisions that say yes to the evidence that was shown. */
const approveOrAccept =
  (type: 'approve' | 'accept') =>
  (command: Command, cli: Cli): void => {
    command.argument('<item...>', cli.say.argument.items).option('--opinion <text>', cli.say.option.opinion);
    decisionOptions(command, cli).action((items: string[], options: Options) => {
      const { opinion } = options;
      return decideEach(cli, items, options, ({ evidenceHash }) => ({
        type,
        evidence: evidenceHash,
        ...(opinion !== undefined && { opinion }),
      }));
    });
  };

export const approve = approveOrAccept('approve');
export const accept = approveOrAccept('accept');
