import type { Command } from 'commander';
import { daysBetween } from '../../domain/calendar/civil';
import { civilOf } from '../../domain/calendar/zone';
import type { PersonId } from '../../domain/ids';
import { RUNGS } from '../../domain/ladder/rung';
import { warningLevel } from '../../domain/round/row';
import { awaitedOf } from '../../domain/item/waiting';
import type { RoundLedger } from '../../workflows/messages';
import { meIn, whoAmI } from '../commands';
import type { Cli } from '../context';
import { Session } from '../session';
import { rowJson } from '../views/json';
import { dueOf, printRows, type RoundRow } from '../views/row-table';

type Waiting = RoundRow<RoundLedger>;

/** Longer than any deadline is away, in days. */
const NEVER = 100_000;

/** Smaller is worse: the higher rung first, then the fewer days that are left. */
const severity = ({ row, ledger }: Waiting): number => {
  const { head, calendar, now } = ledger;
  const today = civilOf(now);
  const level = warningLevel(row, head.policy, calendar, today);
  const due = dueOf(row);
  const days = due === undefined ? NEVER : daysBetween(today, due);
  return days - (level === undefined ? -1 : RUNGS.indexOf(level)) * 2 * NEVER;
};

/** Those who have named me as their deputy. */
const principalsOf = (me: PersonId, { head }: RoundLedger): PersonId[] =>
  head.roster.people.filter(({ deputies }) => deputies.includes(me)).map(({ id }) => id);

/** What waits for some people of each round, worst first over all rounds. */
export const waitingFor = (
  ledgers: readonly RoundLedger[],
  peopleOf: (ledger: RoundLedger) => readonly PersonId[],
): Waiting[] =>
  ledgers
    .flatMap((ledger) => {
      const people = peopleOf(ledger);
      const rows = ledger.rows.filter((row) => people.some((person) => person === awaitedOf(row)));
      return rows.map((row) => ({ ledger, row }));
    })
    .sort((a, b) => severity(a) - severity(b));

const inbox = async (cli: Cli, { json }: { json?: true }): Promise<void> => {
  const given = whoAmI(cli);
  const ledgers = await Session.with(cli, (session) => session.ledgers());
  // Where no round is open nobody can be looked up, and nothing waits for him.
  if (ledgers.length === 0) {
    if (json) cli.out.json({ person: given, items: [], asDeputy: [] });
    else cli.out.line(cli.say.inbox.nothing);
    return;
  }
  const me = meIn(cli, ...ledgers.map(({ head }) => head.roster));
  const own = waitingFor(ledgers, () => [me]);
  const others = waitingFor(ledgers, (ledger) => principalsOf(me, ledger));
  if (json) {
    const items = (waiting: Waiting[]) => waiting.map(({ ledger, row }) => rowJson(row, ledger));
    cli.out.json({ person: me, items: items(own), asDeputy: items(others) });
    return;
  }
  if (own.length === 0) cli.out.line(cli.say.inbox.nothing);
  else printRows(cli, cli.out, own);
  if (others.length === 0) return;
  cli.out.line();
  cli.out.line({ text: cli.say.inbox.asDeputy, style: 'bold' });
  printRows(cli, cli.out, others);
};

export const register = (command: Command, cli: Cli): void => {
  command.option('--json', cli.say.option.json).action((options: { json?: true }) => inbox(cli, options));
};
