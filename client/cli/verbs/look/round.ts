import type { Command } from 'commander';
import { basename } from 'node:path';
import type { RoundId } from '../../../../base/ids';
import { words } from '../../../../domain/language';
import { canSign } from '../../../../domain/item/successor';
import { sectionsOf } from '../../../../domain/round/contacts';
import { planVersion } from '../../../../domain/round/amend/planned';
import { formerImportOf } from '../../../../domain/round/undo/again';
import { holdersOf, OFFICES } from '../../../../domain/round/offices';
import type { Person } from '../../../../domain/round/roster';
import type { RoundLedger } from '../../../../workflows/messages';
import { NotFound } from '../../../api';
import type { Cli } from '../../context';
import { signersIn } from '../../commands/signers';
import type { RoundSeen } from '../../commands/round-commands';
import { writeNew } from '../../files/new-file';
import { isPlanFile } from '../../files/plan-file';
import { planAsFile } from '../../files/plan-as-file';
import { Session } from '../../session';
import { Trouble } from '../../trouble/trouble';
import { printDone } from '../../terminal/done';
import type { Piece } from '../../terminal/paper';
import { schedulesMissing } from '../../../../domain/calendar/calendar';
import { dueDates } from '../../views/calendar-change';
import { iso } from '../../../../domain/calendar/iso';
import { keyState, type KeyState } from '../../views/key-state';
import { printStory } from '../../views/log';
import { printAttested, printClose, printDocuments, roundFileJson } from '../../views/round-file';
import { printNotes } from '../../views/row-table';
import { heading, row } from '../../views/sheet';

/** The years of what is due, and of the end of the concentrated period, that no schedule is known for. */
const provisionalIn = (ledger: RoundLedger): number[] =>
  schedulesMissing(ledger.calendar, [...dueDates(ledger), ledger.head.concentratedUntil]);

const printHead = (cli: Cli, ledger: RoundLedger, version: number): void => {
  const { out, say } = cli;
  const { head, calendar } = ledger;
  const { round, policy } = head;
  const sheet = { cli, paper: out };
  const said = say.round;
  out.prose({ text: say.round.title(round, head.title, head.body), style: 'bold' });
  printNotes(cli, out, [ledger]);
  row(sheet, said.feedback, head.feedback);
  row(sheet, said.concentrated, head.concentratedUntil);
  row(sheet, said.policy, `${policy.version} · ${said.identity[policy.identity]}`);
  const years = provisionalIn(ledger);
  const provisional = years.length > 0 ? ` · ${said.provisional(years)}` : '';
  row(sheet, said.calendar, calendar.version + provisional);
  if (version > 1) row(sheet, cli.say.amend.version, String(version));
};

const STYLE: Record<KeyState, 'green' | 'yellow' | 'red'> = {
  valid: 'green',
  waiting: 'yellow',
  expired: 'yellow',
  revoked: 'red',
};

/** The state of the key that counts: a valid one, else the newest. */
const keyOf = (cli: Cli, { keys = [] }: Person, now: RoundLedger['now']): Piece => {
  const { key: said } = cli.say.round;
  const found = keys.find((one) => keyState(one, now) === 'valid') ?? keys.at(-1);
  if (!found) return { text: said.none, style: 'dim' };
  const state = keyState(found, now);
  return { text: `${said[state]} ${found.kid.slice(0, 8)}…`, style: STYLE[state] };
};

const officesOf = (cli: Cli, { id }: Person, { head }: RoundLedger): string =>
  [
    ...OFFICES.filter((office) => holdersOf(office, head.roster).includes(id)).map(
      (office) => words(cli.language).role[office],
    ),
    ...sectionsOf(id, head.roster).map((section) => `${words(cli.language).role.assistant} ${section}`),
  ].join('、');

const printPeople = (cli: Cli, ledger: RoundLedger): void => {
  const { head: titles } = cli.say.round;
  const { people } = ledger.head.roster;
  cli.out.table({
    head: [titles.id, titles.name, titles.section, titles.office, titles.deputies, titles.key],
    rows: people.map((person) => [
      person.id,
      person.name,
      person.section ?? '',
      officesOf(cli, person, ledger),
      person.deputies.join(' '),
      keyOf(cli, person, ledger.now),
    ]),
    flexible: [2, 3, 4],
  });
};

/** Who can sign now, and who cannot. */
const printSigners = ({ out, say }: Cli, ledger: RoundLedger): void => {
  const { able, unable, needed } = signersIn(ledger);
  const said = say.round.signers;
  const names = (people: readonly Person[]) => people.map(({ id, name }) => `${id} ${name}`);
  out.line();
  out.line(said.able(able.length, able.length + unable.length));
  if (unable.length > 0) out.prose(said.unable(names(unable)));
  if (needed.length > 0) out.prose({ text: said.needed(names(needed)), style: 'yellow' });
};

/** The round whose import was undone, and that this one follows by its id. */
const followed = async (session: Session, round: RoundId): Promise<RoundId | undefined> => {
  const former = formerImportOf(round);
  if (!former) return undefined;
  try {
    const { undone } = await session.ask((rectify) => rectify.round(former));
    return undone && former;
  } catch (error) {
    // It has left the server, or there was none.
    if (error instanceof NotFound) return undefined;
    throw error;
  }
};

const json = ({ ledger, log }: RoundSeen, follows: RoundId | undefined) => {
  const { head, calendar, clock, now } = ledger;
  const { people, ...offices } = head.roster;
  return {
    round: head.round,
    title: head.title,
    body: head.body,
    feedback: head.feedback,
    concentratedUntil: head.concentratedUntil,
    ...(clock.drill !== undefined && { drill: clock.drill }),
    now: iso(now),
    policy: head.policy,
    calendar: { version: calendar.version, published: calendar.published },
    provisionalYears: provisionalIn(ledger),
    offices,
    people: people.map(({ keys = [], ...person }) => ({
      ...person,
      canSign: canSign({ keys }, now),
      keys: keys.map((key) => ({ kid: key.kid, x: key.x, from: iso(key.from), state: keyState(key, now) })),
    })),
    ...(ledger.keys && {
      keys: ledger.keys.map(({ command: _, waits, ...key }) => ({
        ...key,
        ...('from' in waits ? { from: iso(waits.from) } : { people: waits.people, until: iso(waits.until) }),
      })),
    }),
    planVersion: planVersion(log),
    ...(follows && { follows }),
    ...(ledger.seconds && {
      seconds: ledger.seconds.map(({ command: _, until, ...second }) => ({ ...second, until: iso(until) })),
    }),
    ...(ledger.conflicts && { conflicts: ledger.conflicts.map(({ type: _, ...conflict }) => conflict) }),
    ...(ledger.undone && { undone: { ...ledger.undone, at: iso(ledger.undone.at) } }),
    ...roundFileJson({ ledger, log }),
    log: log.map((entry) => ({ ...entry, at: iso(entry.at) })),
  };
};

type Options = { json?: true; plan?: string };

/** Writes the plan as it stands to a new file, from which it can be amended. */
const writePlan = async (cli: Cli, session: Session, { head }: RoundLedger, path: string): Promise<void> => {
  const { version, items } = await session.ask((rectify) => rectify.plan(head.round));
  const { amend } = cli.say;
  await writeNew(path, planAsFile(head, items, amend.fileOf(version, basename(path))));
  printDone(cli.err, amend.written(version, path));
};

const round = async (cli: Cli, options: Options): Promise<void> => {
  const { plan } = options;
  if (plan !== undefined && !isPlanFile(plan)) throw new Trouble({ type: 'not-yaml', path: plan });
  const { follows, ...seen } = await Session.with(cli, async (session) => {
    const id = await session.round();
    const ledger = await session.ledger(id);
    if (plan !== undefined) await writePlan(cli, session, ledger, plan);
    return { ledger, log: await session.roundLog(id), follows: await followed(session, id) };
  });
  if (options.json) {
    cli.out.json('round', json(seen, follows));
    return;
  }
  const { ledger, log } = seen;
  const said = cli.say.round;
  printHead(cli, ledger, planVersion(log));
  if (follows) row({ cli, paper: cli.out }, cli.say.undo.follows, follows);
  printAttested(cli, seen);
  printClose(cli, seen);
  heading({ paper: cli.out }, said.people);
  printPeople(cli, ledger);
  printSigners(cli, ledger);
  printDocuments(cli, seen);
  heading({ paper: cli.out }, said.log);
  printStory(cli, log, ledger.head.roster);
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .option('--plan <file>', option.planFile)
    .option('--json', option.json)
    .action((options: Options) => round(cli, options));
};
