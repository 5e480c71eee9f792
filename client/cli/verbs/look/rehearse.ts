import type { Command } from 'commander';
import { addWorkingDays, type Calendar, isWorkingDay, onOrAfter } from '../../../../domain/calendar/calendar';
import { addDays, type CivilDate } from '../../../../domain/calendar/civil';
import { REAL_TIME } from '../../../../domain/calendar/clock';
import { civilOf, instantOf, readable, TimeOfDay } from '../../../../domain/calendar/zone';
import { words } from '../../../../domain/language';
import type { Digest } from '../../../../domain/ladder/notice';
import { rehearse as play } from '../../../../domain/ladder/rehearse';
import { composeMessage, inOrder, type Message } from '../../../../mail';
import type { Plan } from '../../../../domain/plan/plan';
import { birthOf } from '../../../../domain/round/birth';
import type { Cli } from '../../context';
import { personMeant } from '../../arguments/people';
import { acceptedItems } from '../../arguments/accepted-items';
import { anyPlanIn } from '../../files/any-plan';
import { calendarFor, datesOf } from '../../../../domain/plan/calendar';
import { Trouble } from '../../trouble/trouble';
import { dateValue } from '../../arguments/values';
import { iso } from '../../../../domain/calendar/iso';

type Options = { person?: string; mail?: true; from?: string; until?: string; accept?: string; json?: true };

/** When the items of a rehearsal are assigned on their day. */
const MORNING = TimeOfDay.parse('09:00');

type Sent = Digest & { message: Message };

/** The end of the rehearsal: as long after the last deadline as repeating rungs are planned. */
const endOf = (plan: Plan, calendar: Calendar, from: CivilDate): CivilDate => {
  const last = datesOf(plan).at(-1) ?? from;
  return addWorkingDays(calendar, last > from ? last : from, plan.policy.horizonWorkingDays);
};

/** Everything that would be sent from the day of assignment to the last day, both included. */
export const mailsOf = (plan: Plan, calendar: Calendar, from: CivilDate, until: CivilDate): Sent[] => {
  const { items, ...head } = plan;
  const setting = { head, calendar, clock: REAL_TIME };
  const assignedAt = instantOf(from, MORNING);
  const births = items.map((item, index) => birthOf(setting, item, index, assignedAt));
  const round = { ...setting, items, assignedAt };
  return play({ births, round, until: instantOf(addDays(until, 1)) }).map((digest) => ({
    ...digest,
    message: composeMessage(digest),
  }));
};

const printTable = (cli: Cli, mails: readonly Sent[]): void => {
  const { head } = cli.say.mails.rehearse;
  let day: CivilDate | undefined;
  const newDay = (date: CivilDate): string => {
    const text = date === day ? '' : date;
    day = date;
    return text;
  };
  cli.out.table({
    head: [head.day, head.time, head.person, head.subject],
    rows: mails.map(({ slot, to, message }) => [
      newDay(civilOf(slot)),
      readable(slot).slice(-5),
      to.name,
      message.subject,
    ]),
    flexible: [3],
  });
};

const printMails = (cli: Cli, mails: readonly Sent[]): void => {
  for (const { slot, to, message } of mails) {
    cli.out.line({ text: `${readable(slot)}  ${to.name} <${to.address}>`, style: 'dim' });
    cli.out.line({ text: message.subject, style: 'bold' });
    cli.out.line();
    cli.out.text(message.text, '  ');
    cli.out.line();
  }
};

const json = (mails: readonly Sent[], withText: boolean) =>
  mails.map(({ slot, to, lines, message }) => ({
    at: iso(slot),
    day: civilOf(slot),
    person: to.person,
    address: to.address,
    subject: message.subject,
    items: [...new Set(inOrder(lines, to).map(({ brief }) => brief.item))],
    ...(withText && { text: message.text }),
  }));

const periodOf = (
  plan: Plan,
  calendar: Calendar,
  options: Options,
): { from: CivilDate; until: CivilDate } => {
  const assigned = options.from === undefined ? undefined : dateValue('--from', options.from);
  const from = assigned ?? onOrAfter(calendar, addDays(plan.feedback, 1));
  const given = options.until === undefined ? undefined : dateValue('--until', options.until);
  const until = given ?? endOf(plan, calendar, from);
  if (until < from)
    throw new Trouble({ type: 'bad-value', option: '--until', given: until, expected: 'date-order' });
  return { from, until };
};

const rehearse = async (cli: Cli, path: string, options: Options): Promise<void> => {
  const accept = acceptedItems(options.accept);
  const { plan } = await anyPlanIn(cli, path, { keys: 'keys-later', accept });
  const calendar = calendarFor(plan);
  const person = options.person === undefined ? undefined : personMeant(options.person, plan.roster);
  const { from, until } = periodOf(plan, calendar, options);
  const all = mailsOf(plan, calendar, from, until);
  const mails = all.filter(({ to }) => person === undefined || to.person === person);
  if (options.json) {
    cli.out.json('rehearse', { round: plan.round, from, until, mails: json(mails, options.mail === true) });
    return;
  }
  const { say, out } = cli;
  out.line({ text: say.mails.rehearse.title(plan.title, from, until), style: 'bold' });
  if (!isWorkingDay(calendar, from)) out.line({ text: say.mails.rehearse.dayOff(from), style: 'yellow' });
  if (options.mail) printMails(cli, mails);
  else if (mails.length > 0) printTable(cli, mails);
  const people = new Set(mails.map(({ to }) => to.person)).size;
  out.line(say.mails.rehearse.total(mails.length, people, words(cli.language).date.day(until)));
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<file>', argument.plan)
    .option('--person <person>', option.person)
    .option('--mail', option.mail)
    .option('--from <date>', option.from)
    .option('--until <date>', option.until)
    .option('--accept <items>', option.accept)
    .option('--json', option.json)
    .action((path: string, options: Options) => rehearse(cli, path, options));
};
