import type { PersonId } from '../../../base/ids';
import { words } from '../../../domain/language';
import { wordedAfter, wordedDifference } from '../../../domain/language/difference';
import { officeNumber, type PlannedItem, type PlannedMeasure } from '../../../domain/plan/plan';
import { SIDES } from '../../../domain/item/side';
import type { AddedItem, ItemFields } from '../../../domain/round/amend/amendment';
import { beforeOf } from '../../../domain/round/amend/before';
import { differencesOf } from '../../../domain/round/amend/difference';
import type { Amend } from '../../../domain/round/command';
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

type Sheet = { cli: Cli; paper: Paper };

/** A measure that nobody could look up: what it says, of what kind, whose and until when. */
const wholeMeasure = (
  { cli }: Pick<Sheet, 'cli'>,
  { text, kind, owner, deadline }: PlannedMeasure,
  { head: { roster } }: RoundLedger,
): string => {
  const said = words(cli.language);
  const whose = owner === undefined ? [] : [`${nameOf(owner, roster)} ${owner}`];
  return [text, said.measureKind[kind], ...whose, ...(deadline ? [said.date.day(deadline)] : [])].join(' · ');
};

/** An item that is added, whole: nobody could look it up. */
const printAdded = (sheet: Sheet, { planned, splitFrom }: AddedItem, ledger: RoundLedger): void => {
  const { cli, paper } = sheet;
  const said = words(cli.language);
  const { field, nothing } = said.amended;
  const { number, problem, category, kind, section, deadline, measures } = planned;
  const { assisting, cause, goal, priority, tags, source } = planned;
  const { amend } = cli.say;
  const { roster } = ledger.head;
  paper.prose({ text: `${officeNumber(number)} ${problem} · ${amend.adds}`, style: 'bold' });
  if (splitFrom !== undefined) row(sheet, `  ${amend.splitFrom}`, officeNumber(splitFrom));
  row(sheet, `  ${field.category(0)}`, category);
  row(sheet, `  ${field.kind(0)}`, said.itemKind[kind]);
  row(sheet, `  ${field.deadline(0)}`, deadline ? said.date.day(deadline) : nothing);
  row(sheet, `  ${field.section(0)}`, section);
  for (const side of SIDES)
    row(sheet, `  ${said.role[side]}`, `${nameOf(planned[side], roster)} ${planned[side]}`);
  const about = Object.entries({ assisting, cause, goal, priority, tags, source });
  const set = Object.fromEntries(about.filter(([, value]) => value !== undefined)) as ItemFields;
  for (const one of differencesOf({ set, before: {} }, String))
    row(sheet, `  ${field[one.field](0)}`, wordedAfter(one, said));
  for (const measure of measures)
    row(sheet, `  ${field['measure-text'](measure.no)}`, wholeMeasure(sheet, measure, ledger));
};

/** What an amendment changes in each item, before and after, and which it adds. `items`: as they are. */
export const printAmendment = (
  cli: Cli,
  paper: Paper,
  { changes, added = [] }: Pick<Amend, 'changes' | 'added'>,
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
      const fresh = one.field === 'measure-added' && measures?.add?.find(({ no }) => no === one.measure);
      row({ cli, paper }, `  ${label}`, fresh ? wholeMeasure({ cli }, fresh, ledger) : value);
    }
  }
  for (const one of added) printAdded({ cli, paper }, one, ledger);
};
