import { civilOf } from '../../../domain/calendar/zone';
import { nameOf } from '../../../domain/round/offices';
import { words } from '../../../domain/language';
import { officeNumber } from '../../../domain/plan/plan';
import { warningLevel } from '../../../domain/round/row';
import type { Waiting } from '../../../domain/round/waiting';
import type { RoundLedger } from '../../../workflows/messages';
import type { Cli } from '../context';
import type { Piece } from '../terminal/paper';
import { daysText, dayText } from '../terminal/time';
import { hasSeveralRounds, type RoundRow } from './row-table';

/** A line of the ledger, with what it waits for. */
export type WaitingRow = RoundRow<RoundLedger> & { waiting: Waiting };

type Form = { withRound: boolean; withPerson: boolean };

const lineOf = (cli: Cli, { ledger, row, waiting }: WaitingRow, { withRound, withPerson }: Form): Piece[] => {
  const { head, calendar, now } = ledger;
  const { task, due, rung, person, measure } = waiting;
  const said = words(cli.language);
  const today = civilOf(now);
  const level = rung ?? warningLevel(row, head.policy, calendar, today);
  const isLate = due !== undefined && due < today;
  const days = daysText(due, today, said);
  return [
    ...(withRound ? [head.round] : []),
    officeNumber(row.number),
    row.problem,
    measure === undefined ? cli.say.list.inbox.task[task] : `${cli.say.list.inbox.task[task]} ${measure}`,
    ...(withPerson ? [nameOf(person, head.roster)] : []),
    dayText(due, calendar, said),
    isLate ? { text: days, style: 'red' } : days,
    level === undefined ? '' : { text: said.rung[level], style: isLate ? 'red' : 'yellow' },
  ];
};

/** What waits, and for what; each line says its round where there are several. */
export const printInbox = (cli: Cli, lines: readonly WaitingRow[], form?: 'for whom'): void => {
  const { head } = cli.say.list;
  const { task, due, principal } = cli.say.list.inbox.head;
  const withRound = hasSeveralRounds(lines);
  const withPerson = form === 'for whom';
  cli.out.table({
    head: [
      ...(withRound ? [head.round] : []),
      ...[head.number, head.problem, task],
      ...(withPerson ? [principal] : []),
      ...[due, head.days, head.level],
    ],
    rows: lines.map((line) => lineOf(cli, line, { withRound, withPerson })),
    flexible: [withRound ? 2 : 1],
  });
};
