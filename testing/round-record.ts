import type { LedgerSnapshot } from '../domain/round/papers';
import { closed, published } from './ended-round';
import type { WholeRound } from './round';
import { bagsOf, type RoundRecord } from '../archive/round/record';

const isLedger = (content: object): content is LedgerSnapshot => 'entry' in content;

/** The ledgers that a closed round has for the store, in the order of its log. */
const ledgersOf = ({ life }: WholeRound): LedgerSnapshot[] => {
  const kept: LedgerSnapshot[] = [];
  for (let { paper } = life; paper; paper = life.paper) {
    if (isLedger(paper.content)) kept.push(paper.content);
    life.kept(paper.name);
  }
  const closing = life.closingPapers().map(({ content }) => content);
  return [...kept, ...closing.filter(isLedger)].sort((a, b) => a.entry.seq - b.entry.seq);
};

/** The record of a round that was closed, by default one with a notice; all that was done is claimed. */
export const aRoundRecord = (
  round: WholeRound = closed(published()),
  more: Partial<RoundRecord> = {},
): RoundRecord => {
  const { head, calendar, born, log } = round.life;
  const plan = { ...head, items: round.life.births().map(({ context: { planned } }) => planned) };
  const ledgers = ledgersOf(round);
  const bags = bagsOf(head.round, ledgers.at(-1)?.rows ?? [], log);
  const known = bags.map((bag) => ({ ...bag, manifest: bag.manifest ?? '' }));
  return { head, calendar, born, log, plan, ledgers, bags: known, ...more };
};
