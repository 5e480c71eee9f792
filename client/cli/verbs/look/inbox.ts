import type { Command } from 'commander';
import { iso } from '../../../../domain/calendar/iso';
import { civilOf } from '../../../../domain/calendar/zone';
import type { PersonId } from '../../../../base/ids';
import { type Urgency, worstFirst } from '../../../../domain/ladder/urgency';
import { urgencyOf } from '../../../../domain/round/row';
import { type Waiting, waitingIn } from '../../../../domain/round/waiting';
import type { RoundLedger } from '../../../../workflows/messages';
import { meIn, whoAmI } from '../../commands/commands';
import type { Cli } from '../../context';
import type { CountersignJson } from '../../json/values';
import { Session } from '../../session';
import { printInbox, type WaitingRow } from '../../views/inbox-table';
import { rowJson } from '../../views/json';
import { printNotes } from '../../views/row-table';

/** The item's own, except that the task may have another date, and a proposal another rung. */
const urgency = ({ row, ledger, waiting: { rung, due } }: WaitingRow): Urgency => ({
  ...urgencyOf(row, ledger, civilOf(ledger.now)),
  ...(rung && { rung }),
  due,
});

/** Those who have named me as their deputy. */
const principalsOf = (me: PersonId, { head }: RoundLedger): PersonId[] =>
  head.roster.people.filter(({ deputies }) => deputies.includes(me)).map(({ id }) => id);

/** What waits for some people of each round, worst first over all rounds. */
export const waitingFor = (
  ledgers: readonly RoundLedger[],
  peopleOf: (ledger: RoundLedger) => readonly PersonId[],
): WaitingRow[] =>
  worstFirst(
    ledgers.flatMap((ledger) => {
      const people = peopleOf(ledger);
      const isTheirs = ({ person }: Waiting) => people.includes(person);
      return ledger.rows.flatMap((row) =>
        waitingIn(row, ledger.head)
          .filter(isTheirs)
          .map((waiting) => ({ ledger, row, waiting })),
      );
    }),
    urgency,
  );

const json = ({ ledger, row, waiting: { person, task, due, rung, measure } }: WaitingRow) => ({
  ...rowJson(row, ledger),
  task,
  person,
  due,
  proposal: rung,
  measure,
});

/** What waits for the second signature of a person: the opening of a round, somebody's new key, or a command. */
const toCountersign = (
  me: PersonId,
  { head: { round }, opening, keys = [], seconds = [] }: RoundLedger,
): CountersignJson[] => [
  ...(opening?.state === 'waiting' && opening.people.includes(me)
    ? [{ round, what: 'opening' as const, until: iso(opening.until) }]
    : []),
  ...keys.flatMap(({ person, kid, waits }) =>
    'people' in waits && waits.people.includes(me)
      ? [{ round, what: 'key' as const, person, kid, until: iso(waits.until) }]
      : [],
  ),
  ...seconds.flatMap(({ people, type: command, items, reason, until }) =>
    people.includes(me)
      ? [{ round, what: 'command' as const, command, items, reason, until: iso(until) }]
      : [],
  ),
];

const inbox = async (cli: Cli, options: { json?: true }): Promise<void> => {
  const given = whoAmI(cli);
  const ledgers = await Session.with(cli, (session) => session.ledgers());
  // Without an open round nobody can be looked up, and nothing waits for anybody.
  if (ledgers.length === 0) {
    if (options.json) cli.out.json('inbox', { person: given, items: [], asDeputy: [], countersign: [] });
    else cli.out.line(cli.say.list.inbox.nothing);
    return;
  }
  const me = meIn(cli, ...ledgers.map(({ head }) => head.roster));
  const own = waitingFor(ledgers, () => [me]);
  const others = waitingFor(ledgers, (ledger) => principalsOf(me, ledger));
  if (options.json) {
    const countersign = ledgers.flatMap((ledger) => toCountersign(me, ledger));
    cli.out.json('inbox', { person: me, items: own.map(json), asDeputy: others.map(json), countersign });
    return;
  }
  printNotes(cli, cli.out, ledgers);
  if (own.length === 0) cli.out.line(cli.say.list.inbox.nothing);
  else printInbox(cli, own);
  if (others.length === 0) return;
  cli.out.line();
  cli.out.line({ text: cli.say.list.inbox.asDeputy, style: 'bold' });
  printInbox(cli, others, 'for whom');
};

export const register = (command: Command, cli: Cli): void => {
  command.option('--json', cli.say.option.json).action((options: { json?: true }) => inbox(cli, options));
};
