import type { Command } from 'commander';
import { words } from '../../../../domain/language';
import { nameOf } from '../../../../domain/round/offices';
import { officeNumber, type Plan } from '../../../../domain/plan/plan';
import type { Cli } from '../../context';
import { planOfDocument, showDocument } from './import-document';
import { writeTemplate } from './import-document';
import { isPlanFile, planIn } from '../../files/plan-file';
import { calendarFor, provisionalYears } from '../../../../domain/plan/calendar';
import { Session } from '../../session';
import { printDone } from '../../terminal/done';
import { dayText } from '../../terminal/time';
import { Trouble } from '../../trouble/trouble';

type Options = { dryRun?: true; json?: true; write?: string; template?: string };
type Outcome = 'started' | 'unchanged' | 'dry-run';
type Calendar = ReturnType<typeof calendarFor>;

/** What was understood of a plan. */
const printPlan = (cli: Cli, plan: Plan, calendar: Calendar): void => {
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

const report = (cli: Cli, plan: Plan, calendar: Calendar, outcome: Outcome): void => {
  const years = provisionalYears(plan, calendar);
  const { say, out } = cli;
  const { round, items } = plan;
  if (outcome === 'dry-run') printPlan(cli, plan, calendar);
  if (years.length > 0) out.line({ text: say.plan.provisional(years), style: 'yellow' });
  printDone(out, say.plan.outcome[outcome](round, items.length));
};

const importPlan = async (cli: Cli, plan: Plan, { dryRun, json }: Options): Promise<void> => {
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
  cli.out.json('import', {
    round,
    items: items.length,
    outcome,
    provisionalYears: provisionalYears(plan, calendar),
  });
};

const run = async (cli: Cli, path: string, options: Options): Promise<void> => {
  const { dryRun, write } = options;
  if (isPlanFile(path)) {
    if (write !== undefined) throw new Trouble({ type: 'plan-already', path });
    await importPlan(cli, await planIn(path, dryRun ? 'keys-later' : 'keys-needed'), options);
  } else if (dryRun || write !== undefined) await showDocument(cli, path, options);
  else await importPlan(cli, await planOfDocument(cli, path), options);
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('[file]', argument.document)
    .option('--dry-run', option.dryRun)
    .option('--write <plan>', option.write)
    .option('--template <file>', option.template)
    .option('--json', option.json)
    .action(async (path: string | undefined, options: Options) => {
      if (options.template !== undefined) await writeTemplate(cli, options.template);
      else if (path !== undefined) await run(cli, path, options);
      else command.error("error: missing required argument 'file'", { code: 'commander.missingArgument' });
    });
};
