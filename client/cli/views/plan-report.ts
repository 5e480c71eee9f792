import type { Calendar } from '../../../domain/calendar/calendar';
import { civilOf, instant, readable } from '../../../domain/calendar/zone';
import { words } from '../../../domain/language';
import { provisionalYears } from '../../../domain/plan/calendar';
import { helperDoubts } from '../../../domain/plan/helper-doubts';
import { itemRanges } from '../../../domain/plan/item-ranges';
import { type Past, pastIn } from '../../../domain/plan/past';
import { officeNumber, type Plan } from '../../../domain/plan/plan';
import { nameOf } from '../../../domain/round/offices';
import type { OpeningState } from '../../../domain/round/opening/opened';
import type { Cli } from '../context';
import { printDone } from '../terminal/done';
import { dayText } from '../terminal/time';

/** `unchecked`: it was started, and no worker has looked at its opening yet. */
export type Outcome = 'started' | 'unchanged' | 'dry-run' | 'unchecked';

/** What has passed on the day on which this is asked. */
export const pastToday = (plan: Plan): Past => pastIn(plan, civilOf(instant(Date.now())));

/** What was understood of a plan. */
export const printPlanItems = (cli: Cli, plan: Plan, calendar: Calendar): void => {
  const { head } = cli.say.plan;
  const said = words(cli.language);
  const name = (id: Plan['roster']['head']) => nameOf(id, plan.roster);
  cli.out.line({ text: cli.say.round.title(plan.round, plan.title, plan.body), style: 'bold' });
  cli.out.table({
    head: [head.number, head.problem, head.kind, head.deadline, head.section, head.people, head.measures],
    rows: plan.items.map((item) => [
      officeNumber(item.number),
      item.problem,
      said.itemKind[item.kind],
      dayText(item.deadline, calendar, said),
      item.section,
      [item.handler, item.leader, item.acceptor].map(name).join(' / '),
      String(item.measures.length),
    ]),
    flexible: [1, 4],
    right: [6],
  });
};

/** What a person should know of the dates of a plan. */
export const printDoubtfulDates = ({ say, out }: Cli, plan: Plan, calendar: Calendar): void => {
  const years = provisionalYears(plan, calendar);
  const { items, measures } = pastToday(plan);
  if (years.length > 0) out.line({ text: say.plan.provisional(years), style: 'yellow' });
  if (items.length > 0)
    out.line({ text: say.plan.past.items(items.length, itemRanges(items)), style: 'yellow' });
  if (measures.length > 0)
    out.line({ text: say.plan.past.measures(measures.length, itemRanges(measures)), style: 'yellow' });
};

/** What a person should know of who helps with the items of a plan. */
export const printHelperDoubts = ({ say, out, language }: Cli, plan: Plan): void => {
  const { reviewing, withoutContact, withoutKey } = helperDoubts(plan);
  const { role } = words(language);
  const warn = (text: string) => {
    out.prose({ text, style: 'yellow' });
  };
  const name = (id: Plan['roster']['head']) => nameOf(id, plan.roster);
  if (reviewing.length > 0)
    warn(
      say.plan.helpers.reviewing(
        reviewing.map(({ item, person, side }) => say.plan.helpers.of(item, name(person), role[side])),
      ),
    );
  if (withoutContact.length > 0) warn(say.plan.helpers.withoutContact(withoutContact));
  if (withoutKey.length > 0) warn(say.plan.helpers.withoutKey(withoutKey.map(name)));
};

/** How an import ended, or would. */
export const printOutcome = ({ say, out }: Cli, { round, items }: Plan, outcome: Outcome): void => {
  const text = say.plan.outcome[outcome](round, items.length);
  if (outcome === 'unchecked') out.prose({ text, style: 'yellow' });
  else printDone(out, text);
};

/** That a round has one signature, and who may give the second. */
export const printWaiting = (
  { say, out }: Cli,
  { round, items, roster }: Plan,
  { signers, people, until }: Extract<OpeningState, { state: 'waiting' }>,
): void => {
  const by = signers.map(({ person }) => nameOf(person, roster)).join();
  printDone(out, say.opening.proposed(round, items.length, by, readable(until)));
  for (const line of say.opening.toCountersign(round, people)) out.line(line);
};
