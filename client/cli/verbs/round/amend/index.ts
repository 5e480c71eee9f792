import type { Command } from 'commander';
import { extname } from 'node:path';
import type { ItemNumber, PersonId } from '../../../../../base/ids';
import type { ItemView } from '../../../../../domain/item/life';
import { asAmended } from '../../../../../domain/item/amend/events';
import { isOpen } from '../../../../../domain/item/states';
import { civilOf } from '../../../../../domain/calendar/zone';
import { officeNumber } from '../../../../../domain/plan/plan';
import type { AddedItem, ItemAmendment } from '../../../../../domain/round/amend/amendment';
import { newOwners } from '../../../../../domain/round/amend/planned';
import { amendmentObjection } from '../../../../../domain/round/amend/objection';
import { planDifference, type StandingItem } from '../../../../../domain/round/amend/plan-difference';
import { nextNumber, type PlanVersion } from '../../../../../domain/round/amend/standing';
import { contactsOf } from '../../../../../domain/round/contacts';
import type { Amend } from '../../../../../domain/round/command';
import { nameOf, personIn } from '../../../../../domain/round/offices';
import { secondsFor } from '../../../../../domain/round/second/two-signed';
import type { Person, Roster } from '../../../../../domain/round/roster';
import type { RoundLedger } from '../../../../../workflows/messages';
import { Refused } from '../../../../api/errors';
import { acceptedItems } from '../../../arguments/accepted-items';
import { parseItem } from '../../../arguments/item-argument';
import { newcomersFor } from '../../../arguments/roster';
import { wholeNumber } from '../../../arguments/values';
import { authorIn } from '../../../commands/commands';
import type { RoundSaying, RoundSeen } from '../../../commands/round-commands';
import type { Cli } from '../../../context';
import { anyPlanIn } from '../../../files/any-plan';
import type { Session } from '../../../session';
import { flagOf } from '../../../trouble/misuse';
import { Trouble } from '../../../trouble/trouble';
import { datedItems, printAmendment } from '../../../views/amendment';
import { type DecisionOptions, decisionOptions } from '../../shared/decide';
import { type Decision, decideForRound } from '../../shared/round-command';
import { type AmendOptions, changeOfOptions } from './of-options';
import { roundVerdict } from '../../shared/round-verdict';
import { splitAs } from './split';

type Options = DecisionOptions &
  AmendOptions & {
    reason: string;
    number?: string;
    basedOn?: string;
    accept?: string;
    splitFrom?: string[];
    keep?: true;
  };

/** Files by their names; anything else is an item. Those of other kinds are known, and refused in words of their own. */
const PLANS = ['.yaml', '.yml', '.xlsx'];
const OTHERS = ['.docx', '.csv', '.txt', '.json', '.pdf', '.doc', '.xls'];
const endsIn = (given: string, kinds: readonly string[]): boolean =>
  kinds.includes(extname(given).toLowerCase());
const isFile = (given: string): boolean => endsIn(given, [...PLANS, ...OTHERS]);

/** The contacts of the sections that are to assist. */
const contactsFor = (changes: readonly ItemAmendment[], roster: Roster): Record<string, PersonId> => {
  const assisting = changes.flatMap(({ set }) => set?.assisting ?? []);
  const contacts = contactsOf({ assisting }, roster);
  return Object.fromEntries(contacts.map(({ section, person }) => [section, person]));
};

/** The records of those who get a measure, or assist. */
const helpersIn = (
  changes: readonly ItemAmendment[],
  contacts: Record<string, PersonId>,
  roster: Roster,
): Person[] => {
  const helpers = [...newOwners(changes), ...Object.values(contacts)];
  const people = helpers.flatMap((one) => personIn(roster, one) ?? []);
  const records = people.flatMap((person) => newcomersFor(person, roster, { people: [] }));
  return [...new Map(records.map((one) => [one.id, one])).values()];
};

/** Refuses at once what an item would refuse: it knows which of its measures are done. @throws Refused */
const refuseForItem = (change: ItemAmendment, view: ItemView): void => {
  const found = change.keep ? undefined : amendmentObjection(change, asAmended(view), civilOf(view.now));
  if (found) throw new Refused({ type: 'AmendmentUnfit', item: change.item, ...found });
};

/** What a person has given: one item with options, or a file of the plan. */
type Given = { changes: ItemAmendment[]; added: AddedItem[]; basedOn: number };

const ofItem = (
  cli: Cli,
  number: ItemNumber,
  options: Options,
  { ledger, log, plan }: RoundSeen & { plan: PlanVersion },
): Given => {
  const line = ledger.rows.find((row) => row.number === number);
  const imported = plan.imported.find((item) => item.number === number);
  if (!line || !imported) throw new Refused({ type: 'UnknownItem', number });
  const next = nextNumber(imported, log);
  const change = options.keep
    ? { keep: true as const }
    : changeOfOptions(cli, options, { roster: ledger.head.roster, next });
  if (Object.keys(change).length === 0) throw new Trouble({ type: 'nothing-to-amend' });
  return { changes: [{ item: number, cycle: line.cycle, ...change }], added: [], basedOn: plan.version };
};

/** A file is of the plan as it was imported, unless it says of which version. */
const ofFile = async (
  cli: Cli,
  path: string,
  options: Options,
  { ledger, log, plan }: RoundSeen & { plan: PlanVersion },
): Promise<Given> => {
  if (!endsIn(path, PLANS)) throw new Trouble({ type: 'no-plan-file', path });
  const basedOn = options.basedOn === undefined ? 1 : wholeNumber('--based-on', options.basedOn);
  const accept = acceptedItems(options.accept);
  const { plan: file } = await anyPlanIn(cli, path, { keys: 'keys-later', accept, runs: true });
  if (file.round !== ledger.head.round)
    throw new Refused({ type: 'WrongRound', expected: ledger.head.round, given: file.round });
  if (basedOn !== plan.version) throw new Refused({ type: 'PlanMoved', basedOn, version: plan.version });
  // What was extended or returned since is not in a file of the plan: its own dates are compared.
  const standing = plan.items.flatMap((planned): StandingItem[] => {
    const row = ledger.rows.find(({ number }) => number === planned.number);
    const imported = plan.imported.find(({ number }) => number === planned.number);
    const next = imported && nextNumber(imported, log);
    return row && next ? [{ planned, cycle: row.cycle, next, hasEnded: !isOpen(row.status) }] : [];
  });
  const { changes, added, unamendable } = planDifference(standing, file.items, options.reason);
  if (unamendable.length > 0) throw new Trouble({ type: 'not-to-amend', path, unamendable });
  if (changes.length + added.length === 0) throw new Trouble({ type: 'nothing-to-amend' });
  return { changes, added: splitAs(added, options.splitFrom), basedOn };
};

const preparedFrom = async (
  cli: Cli,
  given: string,
  options: Options,
  { seen, session }: { seen: RoundSeen; session: Session },
): Promise<Decision> => {
  const { ledger } = seen;
  const { round, roster } = ledger.head;
  if (ledger.opening && ledger.opening.state !== 'open')
    throw new Refused({ type: 'RoundNotOpen', people: [] });
  const plan = await session.ask((rectify) => rectify.plan(round));
  const known = { ...seen, plan };
  const { changes, added, basedOn } = isFile(given)
    ? await ofFile(cli, given, options, known)
    : ofItem(cli, parseItem(given).number, options, known);
  for (const change of changes)
    refuseForItem(change, await session.view({ round, number: change.item }, change.cycle));
  const contacts = contactsFor(changes, roster);
  const people = helpersIn(changes, contacts, roster);
  const saying: RoundSaying<Amend> = {
    type: 'amend',
    basedOn,
    reason: options.reason,
    ...(options.number !== undefined && { number: options.number }),
    changes,
    ...(added.length > 0 && { added }),
    ...(Object.keys(contacts).length > 0 && { contacts }),
    ...(people.length > 0 && { people }),
  };
  const { by } = authorIn(cli, roster, options.deputyFor);
  const items = datedItems(plan.items, ledger);
  const waits =
    roundVerdict(cli, { ...seen, imported: plan.imported }, { saying, options }) === 'second-asked';
  return {
    saying,
    imported: plan.imported,
    what: whatOf(cli, saying, waits ? secondsFor('amend', by, roster) : [], ledger),
    show: (paper) => {
      printAmendment(cli, paper, saying, { items, ledger });
    },
  };
};

/** The items, and who has to countersign, where somebody must. */
const whatOf = (
  cli: Cli,
  { changes, added = [] }: Pick<Amend, 'changes' | 'added'>,
  seconds: readonly PersonId[],
  { head: { roster } }: RoundLedger,
): string => {
  const items = [...changes.map(({ item }) => item), ...added.map(({ planned }) => planned.number)];
  const numbers = items.map(officeNumber).join(' ');
  const names = seconds.map((id) => `${nameOf(id, roster)} ${id}`);
  return names.length === 0 ? numbers : `${numbers} · ${cli.say.amend.toCountersign(names)}`;
};

/** What is said of one item, and what of a file. */
const OF_ITEM = [
  ...['category', 'problem', 'kind', 'deadline', 'section', 'assisting', 'cause', 'goal', 'priority'],
  ...['tags', 'source', 'measureText', 'measureKind', 'measureOwner', 'measureDeadline', 'addMeasure'],
  'dropMeasure',
] as const satisfies readonly (keyof Options)[];
const OF_FILE = ['splitFrom', 'basedOn', 'accept'] as const satisfies readonly (keyof Options)[];

/** What would be passed over is refused: its author would take it for done. @throws Trouble `stray-option` */
const refuseStray = (given: string, options: Options): void => {
  const find = (names: readonly (keyof Options)[]) => names.find((name) => options[name] !== undefined);
  const [stray, because] = isFile(given)
    ? [find([...OF_ITEM, 'keep']), 'file' as const]
    : options.keep && find(OF_ITEM)
      ? [find(OF_ITEM), 'keep' as const]
      : [find(OF_FILE), 'item' as const];
  if (stray) throw new Trouble({ type: 'stray-option', option: flagOf(stray), because });
};

const amend = (cli: Cli, given: string, options: Options): Promise<void> => {
  const round = isFile(given) ? undefined : parseItem(given).round;
  return decideForRound(cli, { round, options }, (seen, session) =>
    preparedFrom(cli, given, options, { seen, session }),
  );
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<item>', argument.amended)
    .requiredOption('--reason <text>', option.reason)
    .option('--number <number>', option.documentNumber)
    .option('--category <text>', option.amendCategory)
    .option('--problem <text>', option.amendProblem)
    .option('--kind <kind>', option.amendKind)
    .option('--deadline <date>', option.deadline)
    .option('--section <section>', option.amendSection)
    .option('--assisting <sections>', option.amendAssisting)
    .option('--cause <text>', option.amendCause)
    .option('--goal <text>', option.amendGoal)
    .option('--priority <priority>', option.amendPriority)
    .option('--tags <tags>', option.amendTags)
    .option('--source <document:page>', option.amendSource)
    .option('--measure-text <no:text...>', option.measureText)
    .option('--measure-kind <no:kind...>', option.measureKind)
    .option('--measure-owner <no:person...>', option.measureOwner)
    .option('--measure-deadline <no:date...>', option.measureDeadline)
    .option('--add-measure <text...>', option.addMeasure)
    .option('--drop-measure <no:reason...>', option.dropMeasure)
    .option('--keep', option.amendKeep)
    .option('--split-from <new:old...>', option.splitFrom)
    .option('--based-on <version>', option.basedOn)
    .option('--accept <items>', option.accept);
  decisionOptions(command, cli).action((given: string, options: Options) => {
    refuseStray(given, options);
    return amend(cli, given, options);
  });
};
