import type { Command } from 'commander';
import type { Cli } from '../../context';
import { decisionOptions } from '../shared/decide';
import { decideProposal, proposalOption, type ProposalOptions } from './proposal';

type Options = ProposalOptions & { number: string };

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .argument('<item>', cli.say.argument.item)
    .addOption(proposalOption(cli))
    .requiredOption('--number <number>', option.letterNumber);
  decisionOptions(command, cli).action((item: string, options: Options) =>
    decideProposal(cli, item, options, (which) => ({
      type: 'issue-proposal',
      ...which,
      number: options.number,
    })),
  );
};
