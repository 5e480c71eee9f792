import { civilOf } from '../../domain/calendar/zone';
import { words } from '../../domain/language';
import { nameOf } from '../../domain/ladder/tellings';
import { isInReview } from '../../domain/item/status';
import { officeNumber } from '../../domain/round/plan';
import { isOverdue, type LedgerRow, warningLevel } from '../../domain/round/row';
import { awaitedOf } from '../../domain/item/waiting';
import type { RoundView } from '../../workflows/messages';
import type { Cli } from '../context';
import type { Paper, Piece } from '../terminal/paper';
import { daysText, dayText } from '../terminal/time';

/** A line of the ledger of its round. */
export type RoundRow<Round extends RoundView = RoundView> = { ledger: Round; row: LedgerRow };

/** The date that presses: while a reviewer has the item, his own. */
export const dueOf = (row: LedgerRow) => (isInReview(row.status) ? row.review?.deadline : row.deadline);

const lineOf = (cli: Cli, { ledger, row }: RoundRow, withRound: boolean): Piece[] => {
  const { head, calendar, now } = ledger;
  const said = words(cli.language);
  const today = civilOf(now);
  const level = warningLevel(row, head.policy, calendar, today);
  const waits = awaitedOf(row);
  const due = waits === undefined ? undefined : dueOf(row);
  const isLate = isOverdue(row, today) || (due !== undefined && due < today);
  const days = daysText(due, today, said);
  return [
    ...(withRound ? [head.round] : []),
    officeNumber(row.number),
    row.problem,
    said.status[row.status],
    dayText(row.deadline, calendar, said),
    isLate ? { text: days, style: 'red' } : days,
    waits === undefined ? '' : nameOf(waits, head.roster),
    level === undefined ? '' : { text: said.rung[level], style: isLate ? 'red' : 'yellow' },
  ];
};

/** Drills among the rounds say so before anything else. */
const printDrills = (cli: Cli, paper: Paper, lines: readonly RoundRow[]): void => {
  const drills = new Set(
    lines.map(({ ledger }) => ledger.clock.drill).filter((drill) => drill !== undefined),
  );
  for (const drill of drills) paper.line({ text: cli.say.drill(drill), style: 'yellow' });
};

/** The ledger as a table; each line says its round where there are several. Nothing for no lines. */
export const printRows = (cli: Cli, paper: Paper, lines: readonly RoundRow[]): void => {
  const { head } = cli.say.rows;
  const withRound = new Set(lines.map(({ ledger }) => ledger.head.round)).size > 1;
  if (lines.length === 0) return;
  printDrills(cli, paper, lines);
  paper.table({
    head: [
      ...(withRound ? [head.round] : []),
      ...[head.number, head.problem, head.status, head.deadline, head.days, head.waits, head.level],
    ],
    rows: lines.map((line) => lineOf(cli, line, withRound)),
    flexible: [withRound ? 2 : 1],
  });
};
