import type { Command } from 'commander';
import { isOpen } from '../../../../domain/item/states';
import type { Policy } from '../../../../domain/round/policy';
import type { RoundLedger } from '../../../../workflows/messages';
import type { Cli } from '../../context';
import { policyIn } from '../../files/content-file';
import type { Paper } from '../../terminal/paper';
import { hasValidKey } from '../../views/key-state';
import { policyChanges } from '../../../../domain/round/policy-changes';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideForRound } from '../shared/round-command';

/** People who hold a side of an open item and could not sign. */
const withoutKey = ({ rows, head, now }: RoundLedger): string[] => {
  const acting = new Set(
    rows.filter(({ status }) => isOpen(status)).flatMap(({ people }) => Object.values(people)),
  );
  return head.roster.people
    .filter((person) => acting.has(person.id) && !hasValidKey(person, now))
    .map(({ name }) => name);
};

const print = (cli: Cli, paper: Paper, ledger: RoundLedger, policy: Policy): void => {
  const { change } = cli.say.command;
  for (const { path, before, after } of policyChanges(ledger.head.policy, policy))
    paper.line(`${cli.say.common.label(path)}${change.moves(before, after)}`);
  const stuck = policy.identity === 'signed' ? withoutKey(ledger) : [];
  if (stuck.length > 0) paper.line({ text: change.withoutKey(stuck), style: 'yellow' });
};

const newPolicy = async (cli: Cli, path: string, options: DecisionOptions): Promise<void> => {
  const policy = await policyIn(path);
  await decideForRound(cli, { options }, ({ ledger }) => ({
    saying: { type: 'new-policy', policy },
    what: cli.say.command.change.versions(ledger.head.policy.version, policy.version),
    show: (paper) => {
      print(cli, paper, ledger, policy);
    },
  }));
};

export const register = (command: Command, cli: Cli): void => {
  command.argument('<file>', cli.say.argument.policy);
  decisionOptions(command, cli).action((path: string, options: DecisionOptions) =>
    newPolicy(cli, path, options),
  );
};
