import type { Command } from 'commander';
import type { Cli } from '../../context';
import { decisionOptions } from '../shared/decide';
import { decideProposal, proposalOption, type ProposalOptions } from './proposal';

type Options = ProposalOptions & { reason: string };

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .argument('<item>', cli.say.argument.item)
    .addOption(proposalOption(cli))
    .requiredOption('--reason <text>', option.reason);
  decisionOptions(command, cli).action((item: string, options: Options) =>
    decideProposal(cli, item, options, (which) => ({
      type: 'drop-proposal',
      ...which,
      reason: options.reason,
    })),
  );
};
