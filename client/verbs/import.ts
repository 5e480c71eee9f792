import type { Command } from 'commander';
import { words } from '../../domain/language';
import { nameOf } from '../../domain/ladder/tellings';
import { officeNumber, type Plan } from '../../domain/round/plan';
import type { Cli } from '../context';
import { calendarFor, planIn, provisionalYears } from '../plan-file';
import { Session } from '../session';
import { dayText } from '../terminal/time';

type Options = { dryRun?: true; json?: true };
type Outcome = 'started' | 'unchanged' | 'dry-run';
type Calendar = ReturnType<typeof calendarFor>;

/** What was understood of a plan. */
const printPlan = (cli: Cli, plan: Plan, calendar: Calendar): void => {
  const { head } = cli.say.plan;
  const said = words(cli.language);
  const name = (id: Plan['roster']['head']) => nameOf(id, plan.roster);
  cli.out.line({ text: cli.say.plan.title(plan.round, plan.title, plan.body), style: 'bold' });
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

const report = (cli: Cli, plan: Plan, calendar: Calendar, outcome: Outcome): void => {
  const years = provisionalYears(plan, calendar);
  const { say, out } = cli;
  const { round, items } = plan;
  if (outcome === 'dry-run') printPlan(cli, plan, calendar);
  if (years.length > 0) out.line({ text: say.plan.provisional(years), style: 'yellow' });
  out.line([{ text: '✓ ', style: 'green' }, say.plan.outcome[outcome](round, items.length)]);
};

const importPlan = async (cli: Cli, path: string, { dryRun, json }: Options): Promise<void> => {
  const plan = await planIn(path, dryRun ? 'keys-later' : 'keys-needed');
  const calendar = calendarFor(plan);
  const start = () =>
    Session.with(cli, async (session) => {
      const imported = await session.ask((rectify) => rectify.importPlan(plan, calendar));
      await session.remember(plan.round);
      return imported;
    });
  const outcome: Outcome = dryRun ? 'dry-run' : (await start()).outcome;
  if (!json) {
    report(cli, plan, calendar, outcome);
    return;
  }
  const { round, items } = plan;
  cli.out.json({ round, items: items.length, outcome, provisionalYears: provisionalYears(plan, calendar) });
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<file>', argument.plan)
    .option('--dry-run', option.dryRun)
    .option('--json', option.json)
    .action((path: string, options: Options) => importPlan(cli, path, options));
};
