import { type Proposal, PROPOSALS } from '../../../../domain/ladder/rung';
import type { ItemNumber } from '../../../../base/ids';
import { words } from '../../../../domain/language';
import { officeNumber } from '../../../../domain/plan/plan';
import { civilOf } from '../../../../domain/calendar/zone';
import type { Cli } from '../../context';
import { ChoiceOption } from '../../arguments/choice';
import { parseItem } from '../../arguments/item-argument';
import type { RoundSaying, RoundSeen } from '../../commands/round-commands';
import { rowIn } from '../../session';
import { rungsWords } from '../../views/proposal-table';
import type { DecisionOptions } from '../shared/decide';
import { decideForRound } from '../shared/round-command';

export type ProposalOptions = DecisionOptions & { rung: Proposal };

/** The rung whose proposal is decided on. */
export const proposalOption = (cli: Cli): ChoiceOption<Proposal> =>
  new ChoiceOption('--rung <rung>', cli.say.option.proposal, {
    codes: PROPOSALS,
    said: rungsWords(cli),
  }).makeOptionMandatory();

/** A proposal as a command names it. */
type Which = { item: ItemNumber; rung: Proposal; day: ReturnType<typeof civilOf> };

/** The day of the pending proposal of a rung; where there is none, of the last one, for the round to say who decided. */
const which = ({ ledger }: RoundSeen, number: ItemNumber, rung: Proposal): Which => {
  const made = rowIn(ledger, number).proposals.filter((proposal) => proposal.rung === rung);
  const meant = made.find(({ outcome }) => outcome === undefined) ?? made.at(-1);
  return { item: number, rung, day: meant?.day ?? civilOf(ledger.now) };
};

/** Decides on what the system has proposed about persons, after showing it. */
export const decideProposal = (
  cli: Cli,
  given: string,
  options: ProposalOptions,
  saying: (which: Which) => RoundSaying,
): Promise<void> => {
  const { number, round } = parseItem(given);
  const { rung } = options;
  return decideForRound(cli, { round, options }, (seen) => {
    const proposal = which(seen, number, rung);
    const { problem } = rowIn(seen.ledger, number);
    const name = words(cli.language).rung[rung];
    return {
      saying: saying(proposal),
      what: `${officeNumber(number)} ${name}`,
      show: (paper) => {
        paper.line(`${officeNumber(number)} ${problem}`);
        paper.line(`${name} · ${cli.say.card.proposal.proposedOn(proposal.day)}`);
      },
    };
  });
};
