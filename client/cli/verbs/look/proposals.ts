import type { Command } from 'commander';
import { isOpen } from '../../../../domain/item/states';
import { decidersOf } from '../../../../domain/round/deciders';
import type { RoundLedger } from '../../../../workflows/messages';
import type { Cli } from '../../context';
import { Session } from '../../session';
import { printProposals, type Proposed } from '../../views/proposal-table';
import { printNotes } from '../../views/row-table';

type Options = { all?: true; json?: true };

/** Proposals about an item that has ended need no decision any more. */
const proposedIn = ({ rows }: RoundLedger, { all }: Options): Proposed[] =>
  rows.flatMap((row) =>
    row.proposals
      .filter(({ outcome }) => all === true || (outcome === undefined && isOpen(row.status)))
      .map((proposal) => ({ row, proposal })),
  );

const json = ({ head }: RoundLedger, { row, proposal }: Proposed) => ({
  item: row.item,
  number: row.number,
  problem: row.problem,
  proposed: proposal,
  decidedBy: decidersOf(proposal.rung, head),
});

const proposals = async (cli: Cli, options: Options): Promise<void> => {
  const ledger = await Session.with(cli, async (session) => session.ledger(await session.round()));
  const proposed = proposedIn(ledger, options);
  if (options.json) {
    cli.out.json('proposals', {
      round: ledger.head.round,
      proposals: proposed.map((one) => json(ledger, one)),
    });
    return;
  }
  printNotes(cli, cli.out, [ledger]);
  if (proposed.length === 0) cli.out.line(cli.say.list.proposals.nothing);
  else printProposals(cli, ledger, proposed);
};

export const register = (command: Command, cli: Cli): void => {
  command
    .option('--all', cli.say.option.all)
    .option('--json', cli.say.option.json)
    .action((options: Options) => proposals(cli, options));
};
