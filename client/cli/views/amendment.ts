import type { PersonId } from '../../../base/ids';
import { words } from '../../../domain/language';
import { wordedDifference } from '../../../domain/language/difference';
import { officeNumber, type PlannedItem } from '../../../domain/plan/plan';
import type { ItemAmendment } from '../../../domain/round/amend/amendment';
import { beforeOf } from '../../../domain/round/amend/before';
import { differencesOf } from '../../../domain/round/amend/difference';
import { nameOf } from '../../../domain/round/offices';
import type { RoundLedger } from '../../../workflows/messages';
import type { Cli } from '../context';
import type { Paper } from '../terminal/paper';
import { row } from './sheet';

/** The items of a plan with the deadlines that count now. */
export const datedItems = (items: readonly PlannedItem[], { rows }: RoundLedger): PlannedItem[] =>
  items.map(({ deadline: _, ...item }) => {
    const line = rows.find(({ number }) => number === item.number);
    return { ...item, ...(line?.deadline && { deadline: line.deadline }) };
  });

/** What an amendment changes in each item, before and after. `items`: as they are. */
export const printAmendment = (
  cli: Cli,
  paper: Paper,
  changes: readonly ItemAmendment[],
  { items, ledger }: { items: readonly PlannedItem[]; ledger: RoundLedger },
): void => {
  const said = words(cli.language);
  const name = (person: PersonId) => nameOf(person, ledger.head.roster);
  for (const change of changes) {
    const item = items.find(({ number }) => number === change.item);
    if (!item) continue;
    paper.prose({ text: `${officeNumber(item.number)} ${item.problem}`, style: 'bold' });
    if (change.keep) paper.prose(`  ${cli.say.amend.keeps}`);
    const { set, measures } = change;
    for (const one of differencesOf({ set, measures, before: beforeOf(change, item) }, name)) {
      const { label, value } = wordedDifference(one, said);
      row({ cli, paper }, `  ${label}`, value);
    }
  }
};
