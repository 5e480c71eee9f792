import type { Command } from 'commander';
import { evidenceNumber } from '../../arguments/values';
import type { Cli } from '../../context';
import { type HandlerOptions, handlerOptions, tell } from '../shared/tell';

export const register = (command: Command, cli: Cli): void => {
  const { argument } = cli.say;
  command
    .argument('<item>', argument.item)
    .argument('<evidence>', argument.evidenceNumber)
    .argument('<reason...>', argument.reason);
  handlerOptions(command, cli).action(
    async (item: string, given: string, reason: string[], options: HandlerOptions) => {
      const evidence = evidenceNumber('<evidence>', given);
      await tell(cli, item, options, () => ({
        type: 'withdraw-evidence',
        evidence,
        reason: reason.join(' '),
      }));
    },
  );
};
