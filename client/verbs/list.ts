import type { Command } from 'commander';
import { civilOf } from '../../domain/calendar/zone';
import { STATUSES, type Status } from '../../domain/item/status';
import { words } from '../../domain/language';
import { type RungId, RUNGS } from '../../domain/ladder/rung';
import { isOverdue, type LedgerRow, warningLevel } from '../../domain/round/row';
import type { RoundLedger } from '../../workflows/messages';
import { whoAmI } from '../commands';
import type { Cli } from '../context';
import { Session } from '../session';
import { choiceValue } from '../values';
import { iso, rowJson } from '../views/json';
import { printNotes, printRows } from '../views/row-table';

type Options = {
  status?: string;
  section?: string;
  leader?: string;
  handler?: string;
  level?: string;
  mine?: true;
  overdue?: true;
  json?: true;
};

type Test = (row: LedgerRow, ledger: RoundLedger) => boolean;

/** Everything that a line must be to be listed. */
const testsOf = (cli: Cli, options: Options): Test[] => {
  const { status, rung } = words(cli.language);
  const tests: Test[] = [];
  if (options.status !== undefined) {
    const wanted: Status = choiceValue('--status', options.status, STATUSES, status);
    tests.push((row) => row.status === wanted);
  }
  if (options.level !== undefined) {
    const wanted: RungId = choiceValue('--level', options.level, RUNGS, rung);
    tests.push(
      (row, { head, calendar, now }) => warningLevel(row, head.policy, calendar, civilOf(now)) === wanted,
    );
  }
  if (options.mine) {
    const me = whoAmI(cli);
    tests.push(({ people }) => Object.values(people).includes(me));
  }
  const { section, leader, handler } = options;
  if (section !== undefined) tests.push((row) => row.section.includes(section));
  if (leader !== undefined) tests.push(is('leader', leader));
  if (handler !== undefined) tests.push(is('handler', handler));
  if (options.overdue) tests.push((row, { now }) => isOverdue(row, civilOf(now)));
  return tests;
};

/** A person by id or by name. */
const is =
  (side: 'leader' | 'handler', given: string): Test =>
  ({ people }, { head }) =>
    people[side] === given ||
    head.roster.people.some(({ id, name }) => id === people[side] && name === given);

/** The lines, and the totals of the whole round, so that no filter hides what else there is. */
const print = (cli: Cli, ledger: RoundLedger, rows: readonly LedgerRow[]): void => {
  const { totals } = ledger;
  const { status } = words(cli.language);
  const lines = rows.map((row) => ({ ledger, row }));
  const counts = STATUSES.map((code): [string, number] => [status[code], totals.byStatus[code]]);
  const byStatus = counts.filter(([, count]) => count > 0);
  printNotes(cli, cli.out, [ledger]);
  printRows(cli, cli.out, lines);
  if (rows.length > 0) cli.out.line();
  cli.out.line(cli.say.list.totals(totals, rows.length, byStatus));
};

const list = async (cli: Cli, options: Options): Promise<void> => {
  const tests = testsOf(cli, options);
  const ledger = await Session.with(cli, async (session) => session.ledger(await session.round()));
  const rows = ledger.rows.filter((row) => tests.every((test) => test(row, ledger)));
  if (!options.json) {
    print(cli, ledger, rows);
    return;
  }
  const { head, now, totals } = ledger;
  const items = rows.map((row) => rowJson(row, ledger));
  const { round, title, policy } = head;
  cli.out.json({ round, title, identity: policy.identity, now: iso(now), totals, items });
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .option('--status <status>', option.status)
    .option('--section <section>', option.section)
    .option('--leader <person>', option.leader)
    .option('--handler <person>', option.handler)
    .option('--level <rung>', option.level)
    .option('--mine', option.mine)
    .option('--overdue', option.overdue)
    .option('--json', option.json)
    .action((options: Options) => list(cli, options));
};
