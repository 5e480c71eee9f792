import type { PersonId } from '../../../base/ids';
import type { Calendar } from '../../../domain/calendar/calendar';
import type { ItemNumber } from '../../../base/ids';
import { civilOf, readable } from '../../../domain/calendar/zone';
import { type Words, words } from '../../../domain/language';
import type { LogHead, LogWentBack } from '../../../domain/round/log-head';
import { nameOf } from '../../../domain/round/offices';
import { officeNumber } from '../../../domain/plan/plan';
import { dueIn, isOverdue, type LedgerRow, warningLevel } from '../../../domain/round/row';
import { awaitedOf } from '../../../domain/item/waiting';
import type { RoundView } from '../../../workflows/messages';
import type { Cli } from '../context';
import type { Paper, Piece } from '../terminal/paper';
import { daysText, dayText } from '../terminal/time';

/** A line of the ledger of its round. */
export type RoundRow<Round extends RoundView = RoundView> = { ledger: Round; row: LedgerRow };

/** The width of a screen with room for the first deadlines. */
const WIDE = 100;

const isMoved = (row: LedgerRow): boolean => row.originalDeadline !== row.deadline || row.extensions > 0;

/** The first deadline, where it is another now, and how often an extension was granted. */
const firstOf = (cli: Cli, row: LedgerRow, words: Words, calendar: Calendar): string =>
  [
    ...(row.originalDeadline !== row.deadline ? [dayText(row.originalDeadline, calendar, words)] : []),
    ...(row.extensions > 0 ? [cli.say.list.extended(row.extensions)] : []),
  ].join(' · ');

const priorityOf = ({ priority }: LedgerRow, said: Words): Piece => {
  if (priority === undefined) return '';
  const text = said.priority[priority];
  return priority === 'high' ? { text, style: 'yellow' } : text;
};

type Form = { withRound: boolean; withPriority: boolean; withFirst: boolean };

const lineOf = (
  cli: Cli,
  { ledger, row }: RoundRow,
  { withRound, withPriority, withFirst }: Form,
): Piece[] => {
  const { head, calendar, now } = ledger;
  const said = words(cli.language);
  const today = civilOf(now);
  const level = warningLevel(row, head.policy, calendar, today);
  const waits = awaitedOf(row);
  const due = waits === undefined ? undefined : dueIn(row);
  const isLate = isOverdue(row, today) || (due !== undefined && due < today);
  const days = daysText(due, today, said);
  return [
    ...(withRound ? [head.round] : []),
    officeNumber(row.number),
    row.problem,
    ...(withPriority ? [priorityOf(row, said)] : []),
    said.status[row.status],
    `${dayText(row.deadline, calendar, said)}${!withFirst && isMoved(row) ? ' *' : ''}`,
    ...(withFirst ? [firstOf(cli, row, said, calendar)] : []),
    isLate ? { text: days, style: 'red' } : days,
    waits === undefined ? '' : nameOf(waits, head.roster),
    level === undefined ? '' : { text: said.rung[level], style: isLate ? 'red' : 'yellow' },
  ];
};

/** Why nothing of a round has been assigned yet, if so. */
const notOpenYet = ({ say }: Cli, { opening, head }: RoundView): string | undefined => {
  if (opening?.state === 'checking') return say.opening.unchecked(head.round);
  if (opening?.state !== 'waiting') return undefined;
  const people = opening.people.map((id) => `${nameOf(id, head.roster)} ${id}`);
  return say.opening.waiting(head.round, people, readable(opening.until));
};

/** The new keys that wait in a round. */
const printKeys = ({ say }: Cli, paper: Paper, { keys = [], head: { round, roster } }: RoundView): void => {
  const { key: said } = say.opening;
  const named = (id: PersonId) => `${nameOf(id, roster)} ${id}`;
  for (const { person, kid, waits } of keys) {
    const of = { round, person: named(person), kid };
    const text =
      'from' in waits
        ? said.counts(of, readable(waits.from))
        : said.waiting(of, waits.people.map(named), readable(waits.until));
    paper.prose({ text, style: 'yellow' });
  }
};

/** Other commands that wait for a second signature, and what items could not take of an amendment. */
const printSeconds = (
  { say, language }: Cli,
  paper: Paper,
  { seconds = [], conflicts = [], head: { round, roster } }: RoundView,
): void => {
  const said = words(language);
  for (const { type, people, until, items } of seconds) {
    const who = people.map((id) => `${nameOf(id, roster)} ${id}`);
    const of = { round, command: said.command[type], items: items.map(officeNumber).join(' ') };
    paper.prose({ text: say.amend.waiting(of, who, readable(until)), style: 'yellow' });
  }
  for (const { item, version, fault, measure } of conflicts) {
    const why = said.amended.fault[fault](measure ?? 0);
    paper.prose({ text: say.amend.conflict(officeNumber(item), version, why), style: 'yellow' });
  }
};

/** That the import of a round was undone, and what that has left open. */
const printUndone = ({ say }: Cli, paper: Paper, { undone, head: { round, roster } }: RoundView): void => {
  if (!undone) return;
  const { by, at, left } = undone;
  paper.prose({ text: say.undo.note(round, nameOf(by, roster), readable(at)), style: 'yellow' });
  if (left.length > 0) paper.prose({ text: say.undo.left(left.map(officeNumber)), style: 'red' });
};

/** What is to be known of rounds before anything else: drills, those that are not open yet, and merely claimed identities. */
export const printNotes = (cli: Cli, paper: Paper, rounds: readonly RoundView[]): void => {
  const drills = new Set(rounds.map(({ clock }) => clock.drill).filter((drill) => drill !== undefined));
  for (const drill of drills) paper.prose({ text: cli.say.common.drill(drill), style: 'yellow' });
  for (const round of rounds) {
    const text = notOpenYet(cli, round);
    if (text !== undefined) paper.prose({ text, style: 'yellow' });
  }
  for (const round of rounds) printKeys(cli, paper, round);
  for (const round of rounds) printSeconds(cli, paper, round);
  for (const round of rounds) printUndone(cli, paper, round);
  const claimed = rounds
    .filter(({ head }) => head.policy.identity === 'claimed')
    .map(({ head }) => head.round);
  if (claimed.length === 0) return;
  const which = rounds.length > 1 ? ` (${claimed.join(' ')})` : '';
  paper.prose({ text: cli.say.common.claimed + which, style: 'yellow' });
};

/** That the log of an item no longer has what its round has seen. */
export const printWentBack = ({ out, say }: Cli, number: ItemNumber, back: LogWentBack): void => {
  const seen = ({ entries, at }: LogHead) => ({ entries, at: readable(at) });
  const text = say.common.logWentBack(officeNumber(number), seen(back.from), seen(back.to));
  out.prose({ text, style: 'red' });
};

export const hasSeveralRounds = (lines: readonly RoundRow[]): boolean =>
  new Set(lines.map(({ ledger }) => ledger.head.round)).size > 1;

/** The ledger as a table; each line says its round where there are several. Nothing for no lines. */
export const printRows = (cli: Cli, paper: Paper, lines: readonly RoundRow[]): void => {
  if (lines.length === 0) return;
  const { head, moved } = cli.say.list;
  const withRound = hasSeveralRounds(lines);
  const someMoved = lines.some(({ row }) => isMoved(row));
  const withPriority = lines.some(({ row }) => row.priority !== undefined);
  const withFirst = someMoved && (cli.terminal.columns ?? WIDE) >= WIDE;
  paper.table({
    head: [
      ...(withRound ? [head.round] : []),
      ...[head.number, head.problem],
      ...(withPriority ? [head.priority] : []),
      ...[head.status, head.deadline],
      ...(withFirst ? [head.first] : []),
      ...[head.days, head.waits, head.level],
    ],
    rows: lines.map((line) => lineOf(cli, line, { withRound, withPriority, withFirst })),
    flexible: [withRound ? 2 : 1],
  });
  if (someMoved && !withFirst) paper.prose({ text: moved, style: 'dim' });
};
