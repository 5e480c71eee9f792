import type { Command } from 'commander';
import { nameOf } from '../../../../domain/round/offices';
import { secondsFor } from '../../../../domain/round/second/two-signed';
import { Refused } from '../../../api/errors';
import { authorIn } from '../../commands/commands';
import type { RoundSaying, RoundSeen } from '../../commands/round-commands';
import type { Cli } from '../../context';
import { printUndoing } from '../../views/undoing';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { type Decision, decideForRound } from '../shared/round-command';
import { roundVerdict } from '../shared/round-verdict';

type Options = DecisionOptions & { reason: string; number?: string };

const prepared = (cli: Cli, seen: RoundSeen, options: Options): Decision => {
  const { ledger } = seen;
  const { round, roster } = ledger.head;
  if (ledger.opening && ledger.opening.state !== 'open')
    throw new Refused({ type: 'RoundNotOpen', people: [] });
  const { reason, number } = options;
  const saying: RoundSaying = { type: 'undo-import', reason, ...(number !== undefined && { number }) };
  const { by } = authorIn(cli, roster, options.deputyFor);
  const waits = roundVerdict(cli, seen, { saying, options }) === 'second-asked';
  const seconds = waits ? secondsFor('undo-import', by, roster) : [];
  const names = seconds.map((id) => `${nameOf(id, roster)} ${id}`);
  return {
    saying,
    what: names.length === 0 ? round : `${round} · ${cli.say.amend.toCountersign(names)}`,
    show: (paper) => {
      printUndoing(cli, paper, ledger);
    },
  };
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command.requiredOption('--reason <text>', option.reason).option('--number <number>', option.documentNumber);
  decisionOptions(command, cli).action((options: Options) =>
    decideForRound(cli, { options }, (seen) => prepared(cli, seen, options)),
  );
};
