import { extname } from 'node:path';
import { type Draft, filledTemplate, isDoubt, isUnsettled, type Note, planTextOf } from '../../../../intake';
import type { PlanFault } from '../../../../domain/plan/fault';
import type { Plan } from '../../../../domain/plan/plan';
import type { AcceptedDoubt } from '../../../../domain/plan/doubt';
import { instant } from '../../../../domain/calendar/zone';
import { readPlan } from '../../../../domain/plan/read';
import type { Cli } from '../../context';
import { sentenceFor } from '../../language/sentences';
import { printDone } from '../../terminal/done';
import { Trouble } from '../../trouble/trouble';
import { draftJson, printDraft } from '../../views/draft-tree';
import { filledWorkbook, templateWorkbook } from '../../../../intake/files/template';
import { draftIn } from '../../files/document';
import { writeNew } from '../../files/new-file';

type Options = { dryRun?: true; json?: true; write?: string };

/** What a draft can be written as, by the end of the file's name. */
const FORMS = { '.xlsx': 'template', '.yaml': 'plan', '.yml': 'plan' } as const;
type Form = (typeof FORMS)[keyof typeof FORMS];

const formOf = (path: string): Form => {
  const form = new Map<string, Form>(Object.entries(FORMS)).get(extname(path).toLowerCase());
  if (form === undefined)
    throw new Trouble({ type: 'bad-value', option: '--write', given: path, expected: 'plan-to-be' });
  return form;
};

const CONTENT: Record<Form, (cli: Cli, draft: Draft) => string | Promise<Uint8Array>> = {
  plan: (cli, draft) => planTextOf(draft, cli.say.intake.plan),
  template: ({ language, say }, draft) => {
    const checks = draft.notes.filter(isDoubt).map((note) => ({
      place: say.intake.line(note.line, note.sheet),
      text: sentenceFor<Note>(say.intake.note, note),
    }));
    return filledWorkbook(filledTemplate(draft), checks, language);
  },
};

const writePlan = async (cli: Cli, draft: Draft, from: string, to: string): Promise<void> => {
  const items = draft.categories.reduce((sum, { items: own }) => sum + own.length, 0);
  if (items === 0) throw new Trouble({ type: 'nothing-found', path: from });
  const say = cli.say.intake;
  const form = formOf(to);
  await writeNew(to, await CONTENT[form](cli, draft));
  const open = planTextOf(draft, say.plan).split(`# ${say.plan.fill}`).length - 1;
  printDone(cli.err, say.written[form](to, items, open));
};

/**
 * Shows what was understood of a document, or writes it as a plan to complete. It starts no round.
 * @throws Trouble of `draftIn` and `writeNew`, `nothing-found`
 */
export const showDocument = async (cli: Cli, path: string, options: Options): Promise<void> => {
  const { dryRun, json, write } = options;
  if (write !== undefined) formOf(write);
  const draft = await draftIn(path);
  if (json) cli.out.json('draft', draftJson(cli, draft));
  else if (dryRun) printDraft(cli, draft);
  if (write !== undefined) await writePlan(cli, draft, path, write);
  else if (!json && draft.categories.length > 0)
    cli.out.line({ text: cli.say.intake.next(path), style: 'dim' });
};

const DOUBTS: ReadonlySet<PlanFault['type']> = new Set(['date-doubtful', 'person-doubtful']);

/** What of a document is in the way of a round; lines would be those of a plan that nobody has seen. */
const doubtsIn = (faults: readonly PlanFault[]): PlanFault[] | undefined =>
  faults.every(({ type }) => DOUBTS.has(type))
    ? faults.map(({ line: _line, column: _column, ...fault }) => fault)
    : undefined;

/**
 * The plan that a document holds if nothing is missing in it, as in our template filled in.
 * @throws Trouble `unfinished` otherwise: running text lacks ids of people and more that a round needs;
 *   `doubtful` where only doubts are in the way, `unsettled` where the document itself needs a look
 */
export const planOfDocument = async (
  cli: Cli,
  path: string,
  accept: ReadonlySet<string>,
): Promise<{ plan: Plan; accepted: AcceptedDoubt[] }> => {
  const draft = await draftIn(path);
  const say = cli.say.intake;
  const reading = readPlan(planTextOf(draft, say.plan), 'keys-needed', { accept, now: instant(Date.now()) });
  const faults = reading.ok ? [] : doubtsIn(reading.faults);
  if (faults !== undefined && faults.length > 0) throw new Trouble({ type: 'doubtful', path, faults });
  const unsettled = draft.notes.filter(isUnsettled);
  if (reading.ok && unsettled.length > 0) {
    const places = unsettled.map(
      (note) => `${say.line(note.line, note.sheet)}  ${sentenceFor<Note>(say.note, note)}`,
    );
    throw new Trouble({ type: 'unsettled', path, places });
  }
  if (reading.ok) return reading;
  throw new Trouble({ type: 'unfinished', path });
};

/** Our template as a new file. Throws `Trouble` `path-exists`, `cannot-write`. */
export const writeTemplate = async (cli: Cli, path: string): Promise<void> => {
  await writeNew(path, await templateWorkbook(cli.language));
  printDone(cli.out, cli.say.intake.template(path));
};
