import type { Command } from 'commander';
import { documentsIn } from '../../../../archive/round/record';
import type { Cli } from '../../context';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideForRound } from '../shared/round-command';

type Options = DecisionOptions & { note: string };

const closeRound = (cli: Cli, { note, ...options }: Options): Promise<void> =>
  decideForRound(cli, { options }, ({ ledger, log }) => {
    const { ending } = cli.say;
    const { round, title, body } = ledger.head;
    const notices = documentsIn(log).filter(({ kind }) => kind === 'notice').length;
    const documents = documentsIn(log).length - notices;
    return {
      saying: { type: 'close-round', note },
      what: round,
      show: (paper) => {
        paper.line({ text: cli.say.plan.title(round, title, body), style: 'bold' });
        paper.line(ending.closing(ledger.rows.length, documents, notices));
        paper.line({ text: ending.forEver, style: 'yellow' });
      },
    };
  });

export const register = (command: Command, cli: Cli): void => {
  command.requiredOption('--note <text>', cli.say.ending.option.closeNote);
  decisionOptions(command, cli).action((options: Options) => closeRound(cli, options));
};
