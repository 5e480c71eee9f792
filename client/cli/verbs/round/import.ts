import type { Command } from 'commander';
import type { Plan } from '../../../../domain/plan/plan';
import { acceptedItems } from '../../arguments/accepted-items';
import type { Cli } from '../../context';
import { showDocument, writeTemplate } from './import-document';
import { anyPlanIn } from '../../files/any-plan';
import { helperDoubts } from '../../../../domain/plan/helper-doubts';
import { SIGNER_FAULTS } from '../../../../domain/plan/signers';
import { isPlanFile, readingIn } from '../../files/plan-file';
import { calendarFor, provisionalYears } from '../../../../domain/plan/calendar';
import type { Calendar } from '../../../../domain/calendar/calendar';
import { REAL_TIME } from '../../../../domain/calendar/clock';
import { iso } from '../../../../domain/calendar/iso';
import type { RoundId } from '../../../../base/ids';
import type { OpeningState } from '../../../../domain/round/opening/opened';
import { openerOf, openingOutcome } from '../../commands/opening';
import { Session } from '../../session';
import {
  type Outcome,
  pastToday,
  printDoubtfulDates,
  printHelperDoubts,
  printOutcome,
  printPlanItems,
  printWaiting,
} from '../../views/plan-report';
import { Trouble } from '../../trouble/trouble';

type Options = {
  dryRun?: true;
  json?: true;
  write?: string;
  accept?: string;
  template?: string;
  countersignAs?: string;
};

/** How an import ended, and how far the opening of the round had come. */
type Started = { outcome: Outcome; opening?: OpeningState | undefined; unasked: readonly RoundId[] };

/** Starts the round, and looks how far its opening comes. @throws Refused where it is not opened */
const start = async (cli: Cli, plan: Plan, calendar: Calendar, countersignAs: string | undefined) => {
  const opener = await openerOf(cli, plan, countersignAs);
  return Session.with(cli, async (session) => {
    const imported = await session.ask((rectify) => rectify.importPlan(plan, calendar, REAL_TIME, opener));
    await session.remember(plan.round);
    const seen = await openingOutcome(session, plan.round);
    const outcome = imported.outcome === 'started' && !seen ? ('unchecked' as const) : imported.outcome;
    return { outcome, opening: seen?.opening, unasked: imported.unasked };
  });
};

const importPlan = async (cli: Cli, plan: Plan, options: Options): Promise<void> => {
  const { dryRun, json, countersignAs } = options;
  const calendar = calendarFor(plan);
  const { outcome, opening, unasked }: Started = dryRun
    ? { outcome: 'dry-run', unasked: [] }
    : await start(cli, plan, calendar, countersignAs);
  const waiting = opening?.state === 'waiting' ? opening : undefined;
  if (!json) {
    if (outcome === 'dry-run') printPlanItems(cli, plan, calendar);
    printDoubtfulDates(cli, plan, calendar);
    printHelperDoubts(cli, plan);
    if (unasked.length > 0) cli.err.prose({ text: cli.say.plan.unasked(unasked), style: 'yellow' });
    if (waiting) printWaiting(cli, plan, waiting);
    else printOutcome(cli, plan, outcome);
    return;
  }
  const { round, items } = plan;
  cli.out.json('import', {
    round,
    items: items.length,
    outcome: waiting ? 'waiting' : outcome,
    ...(waiting && { awaited: waiting.people, until: iso(waiting.until) }),
    provisionalYears: provisionalYears(plan, calendar),
    past: pastToday(plan),
    helpers: helperDoubts(plan),
    unasked: [...unasked],
  });
};

/** A plan that lacks only keys is shown in a dry run all the same: who has none is told after it. */
const showUnsigned = async (
  cli: Cli,
  path: string,
  accept: ReadonlySet<string>,
  error: unknown,
): Promise<void> => {
  if (!(error instanceof Trouble) || error.detail.type !== 'bad-plan') return;
  if (!error.detail.faults.every(({ type }) => SIGNER_FAULTS.has(type))) return;
  const { plan } = await readingIn(path, { keys: 'keys-later', accept });
  printPlanItems(cli, plan, calendarFor(plan));
};

const run = async (cli: Cli, path: string, options: Options): Promise<void> => {
  const { dryRun, write } = options;
  const accept = acceptedItems(options.accept);
  const isPlan = isPlanFile(path);
  if (isPlan && write !== undefined) throw new Trouble({ type: 'plan-already', path });
  if (!isPlan && (dryRun || write !== undefined)) await showDocument(cli, path, options, accept);
  else {
    const { plan } = await anyPlanIn(cli, path, { keys: 'keys-needed', accept }).catch(
      async (error: unknown) => {
        if (dryRun && !options.json) await showUnsigned(cli, path, accept, error);
        throw error;
      },
    );
    await importPlan(cli, plan, options);
  }
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('[file]', argument.document)
    .option('--dry-run', option.dryRun)
    .option('--write <plan>', option.write)
    .option('--accept <items>', option.accept)
    .option('--template <file>', option.template)
    .option('--countersign-as <person>', option.countersignAs)
    .option('--json', option.json)
    .action(async (path: string | undefined, options: Options) => {
      if (options.template !== undefined) await writeTemplate(cli, options.template);
      else if (path !== undefined) await run(cli, path, options);
      else command.error("error: missing required argument 'file'", { code: 'commander.missingArgument' });
    });
};
