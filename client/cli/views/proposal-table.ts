import type { Proposal } from '../../../domain/ladder/rung';
import { nameOf } from '../../../domain/round/offices';
import { words } from '../../../domain/language';
import { officeNumber } from '../../../domain/plan/plan';
import type { LedgerRow } from '../../../domain/round/row';
import { decidersOf } from '../../../domain/round/deciders';
import type { RoundLedger } from '../../../workflows/messages';
import type { Cli } from '../context';
import type { Piece } from '../terminal/paper';

export type Proposed = { row: LedgerRow; proposal: LedgerRow['proposals'][number] };

/** What is proposed in the words of the ladder. */
export const rungsWords = ({ language }: Pick<Cli, 'language'>): Record<Proposal, string> =>
  words(language).rung;

const outcomeOf = (cli: Cli, { outcome, number }: Proposed['proposal']): Piece => {
  const { command } = words(cli.language);
  if (outcome === undefined) return { text: cli.say.list.proposals.pending, style: 'yellow' };
  return outcome === 'issued' ? (number ?? command['issue-proposal']) : command['drop-proposal'];
};

/** What the system has proposed about persons in a round. */
export const printProposals = (cli: Cli, { head }: RoundLedger, proposed: readonly Proposed[]): void => {
  const say = cli.say.list.proposals.head;
  cli.out.table({
    head: [say.number, say.problem, say.rung, say.day, say.who, say.outcome],
    rows: proposed.map(({ row, proposal }) => [
      officeNumber(row.number),
      row.problem,
      rungsWords(cli)[proposal.rung],
      proposal.day,
      decidersOf(proposal.rung, head)
        .map((id) => nameOf(id, head.roster))
        .join('、'),
      outcomeOf(cli, proposal),
    ]),
    flexible: [1],
  });
};
