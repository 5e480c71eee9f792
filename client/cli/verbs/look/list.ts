import { isGrpcServiceError } from '@temporalio/client';
import type { Command } from 'commander';
import { fold } from '../../../../base/half-width';
import { civilOf } from '../../../../domain/calendar/zone';
import { STATUSES, type Status } from '../../../../domain/item/states';
import { words } from '../../../../domain/language';
import { type RungId, RUNGS } from '../../../../domain/ladder/rung';
import { worstFirst } from '../../../../domain/ladder/urgency';
import { PRIORITIES, type Priority, tagsIn } from '../../../../domain/plan/about';
import { isOverdue, type LedgerRow, urgencyOf, warningLevel } from '../../../../domain/round/row';
import type { RoundLedger } from '../../../../workflows/messages';
import { ChoiceOption } from '../../arguments/choice';
import { meIn, whoAmI } from '../../commands/commands';
import type { Cli } from '../../context';
import { causeOf } from '../../../api/fault';
import { type LostItem, lostItems } from '../../../api/lost-items';
import { personMeant } from '../../arguments/people';
import { Session } from '../../session';
import { iso } from '../../../../domain/calendar/iso';
import { rowJson } from '../../views/json';
import { printNotes, printRows, printWentBack } from '../../views/row-table';

type Options = {
  status?: Status;
  section?: string;
  leader?: string;
  handler?: string;
  level?: RungId;
  priority?: Priority;
  tag?: string;
  mine?: true;
  overdue?: true;
  json?: true;
};

type Test = (row: LedgerRow) => boolean;

/** The tags of a line, however wide or capital somebody types them. */
const bearsAll = (wanted: readonly string[]): Test => {
  const plain = (tag: string) => fold(tag).toLowerCase();
  return ({ tags = [] }) =>
    wanted.length > 0 && wanted.every((tag) => tags.some((one) => plain(one) === plain(tag)));
};

/** The conditions for a line to be listed, all of which must hold. */
export const testsOf = (cli: Pick<Cli, 'person'>, options: Options, ledger: RoundLedger): Test[] => {
  const { head, calendar, now } = ledger;
  const { status, level, section, priority, tag } = options;
  const today = civilOf(now);
  const tests: Test[] = [];
  if (status !== undefined) tests.push((row) => row.status === status);
  if (level !== undefined) tests.push((row) => warningLevel(row, head.policy, calendar, today) === level);
  if (section !== undefined) tests.push((row) => row.section.includes(section));
  if (priority !== undefined) tests.push((row) => row.priority === priority);
  if (tag !== undefined) tests.push(bearsAll(tagsIn(tag)));
  for (const side of ['leader', 'handler'] as const) {
    const given = options[side];
    if (given === undefined) continue;
    const person = personMeant(given, head.roster);
    tests.push(({ people }) => people[side] === person);
  }
  if (options.mine) {
    const me = meIn(cli, head.roster);
    tests.push(({ people }) => Object.values(people).includes(me));
  }
  if (options.overdue) tests.push((row) => isOverdue(row, today));
  return tests;
};

/** The lines that are to be listed, worst first; those that have ended come last. */
export const listed = (ledger: RoundLedger, isWanted: Test): LedgerRow[] => {
  const today = civilOf(ledger.now);
  return worstFirst(ledger.rows.filter(isWanted), (row) => urgencyOf(row, ledger, today));
};

/** The lines, and the totals of the whole round, so that no filter hides what else there is. */
const print = (cli: Cli, ledger: RoundLedger, rows: readonly LedgerRow[]): void => {
  const { totals } = ledger;
  const { status } = words(cli.language);
  const lines = rows.map((row) => ({ ledger, row }));
  const counts = STATUSES.map((code): [string, number] => [status[code], totals.byStatus[code]]);
  const byStatus = counts.filter(([, count]) => count > 0);
  printNotes(cli, cli.out, [ledger]);
  printRows(cli, cli.out, lines);
  for (const { number, logWentBack } of rows) if (logWentBack) printWentBack(cli, number, logWentBack);
  if (rows.length > 0) cli.out.line();
  cli.out.prose(cli.say.list.totals(totals, rows.length, byStatus));
};

/** What nobody is reminded of any more is said whatever is listed. A server that cannot search says nothing of it; `doctor` does. */
const lostIn = ({ client }: Session, ledger: RoundLedger): Promise<LostItem[]> =>
  lostItems(client, ledger).catch((error: unknown) => {
    if (isGrpcServiceError(causeOf(error))) return [];
    throw error;
  });

const list = async (cli: Cli, options: Options): Promise<void> => {
  if (options.mine) whoAmI(cli);
  const { ledger, lost } = await Session.with(cli, async (session) => {
    const found = await session.ledger(await session.round());
    return { ledger: found, lost: await lostIn(session, found) };
  });
  const tests = testsOf(cli, options, ledger);
  const rows = listed(ledger, (row) => tests.every((test) => test(row)));
  if (!options.json) {
    print(cli, ledger, rows);
    for (const { number } of lost) cli.err.prose({ text: cli.say.list.lost(number), style: 'red' });
    return;
  }
  const { head, now, totals } = ledger;
  const items = rows.map((row) => rowJson(row, ledger));
  const { round, title, policy } = head;
  cli.out.json('list', { round, title, identity: policy.identity, now: iso(now), totals, items, lost });
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  const { status, rung, priority } = words(cli.language);
  command
    .addOption(new ChoiceOption('--status <status>', option.status, { codes: STATUSES, said: status }))
    .option('--section <section>', option.section)
    .option('--leader <person>', option.leader)
    .option('--handler <person>', option.handler)
    .addOption(new ChoiceOption('--level <rung>', option.level, { codes: RUNGS, said: rung }))
    .addOption(
      new ChoiceOption('--priority <priority>', option.priority, { codes: PRIORITIES, said: priority }),
    )
    .option('--tag <tag>', option.tag)
    .option('--mine', option.mine)
    .option('--overdue', option.overdue)
    .option('--json', option.json)
    .action((options: Options) => list(cli, options));
};
