import type { Command } from 'commander';
import { documentsIn } from '../../../../archive/round/record';
import type { Cli } from '../../context';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideForRound } from '../shared/round-command';

type Options = DecisionOptions & { note: string };

const closeRound = (cli: Cli, { note, ...options }: Options): Promise<void> =>
  decideForRound(cli, { options }, ({ ledger, log }) => {
    const { closing, forGood } = cli.say.round;
    const { round, title, body } = ledger.head;
    const notices = documentsIn(log).filter(({ kind }) => kind === 'notice').length;
    const documents = documentsIn(log).length - notices;
    return {
      saying: { type: 'close-round', note },
      what: round,
      show: (paper) => {
        paper.line({ text: cli.say.round.title(round, title, body), style: 'bold' });
        paper.line(closing(ledger.rows.length, documents, notices));
        paper.line({ text: forGood, style: 'yellow' });
      },
    };
  });

export const register = (command: Command, cli: Cli): void => {
  command.requiredOption('--note <text>', cli.say.option.closingNote);
  decisionOptions(command, cli).action((options: Options) => closeRound(cli, options));
};
