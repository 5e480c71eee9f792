import type { Command } from 'commander';
import { words } from '../../../../domain/language';
import { nameOf } from '../../../../domain/round/offices';
import { officeNumber, type Plan } from '../../../../domain/plan/plan';
import type { AcceptedDoubt } from '../../../../domain/plan/doubt';
import { acceptedItems } from '../../arguments/accepted-items';
import type { Cli } from '../../context';
import { planOfDocument, showDocument } from './import-document';
import { writeTemplate } from './import-document';
import { isPlanFile, readingIn } from '../../files/plan-file';
import { calendarFor, provisionalYears } from '../../../../domain/plan/calendar';
import { Session } from '../../session';
import { printDone } from '../../terminal/done';
import { dayText } from '../../terminal/time';
import { Trouble } from '../../trouble/trouble';

type Options = { dryRun?: true; json?: true; write?: string; accept?: string; template?: string };
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

/** Says which doubtful dates were taken, on the side: the plan itself is what is printed. */
const told = (cli: Cli, { plan, accepted }: { plan: Plan; accepted: AcceptedDoubt[] }): Plan => {
  const say = cli.say.intake;
  for (const doubt of accepted) cli.err.line({ text: say.accepted(doubt), style: 'yellow' });
  return plan;
};

const run = async (cli: Cli, path: string, options: Options): Promise<void> => {
  const { dryRun, write } = options;
  const accept = acceptedItems(options.accept);
  if (isPlanFile(path)) {
    if (write !== undefined) throw new Trouble({ type: 'plan-already', path });
    const plan = told(cli, await readingIn(path, 'keys-needed', accept));
    await importPlan(cli, plan, options);
  } else if (dryRun || write !== undefined) await showDocument(cli, path, options);
  else await importPlan(cli, told(cli, await planOfDocument(cli, path, accept)), options);
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('[file]', argument.document)
    .option('--dry-run', option.dryRun)
    .option('--write <plan>', option.write)
    .option('--accept <items>', option.accept)
    .option('--template <file>', option.template)
    .option('--json', option.json)
    .action(async (path: string | undefined, options: Options) => {
      if (options.template !== undefined) await writeTemplate(cli, options.template);
      else if (path !== undefined) await run(cli, path, options);
      else command.error("error: missing required argument 'file'", { code: 'commander.missingArgument' });
    });
};
