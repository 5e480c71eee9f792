import { extname } from 'node:path';
import { type Draft, filledTemplate, isDoubt, type Note, planTextOf } from '../../../../intake';
import { calendarFor } from '../../../../domain/plan/calendar';
import type { Cli } from '../../context';
import { sentenceFor } from '../../language/sentences';
import { printDone } from '../../terminal/done';
import { Trouble } from '../../trouble/trouble';
import { draftJson, printDraft } from '../../views/draft-tree';
import { filledWorkbook, templateWorkbook } from '../../../../intake/files/template';
import { printDoubtfulDates, printOutcome } from '../../views/plan-report';
import { prospectOf } from '../../files/any-plan';
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
 * Shows what was understood of a document and what an import would refuse, or writes it to be completed. It starts no
 * round. @throws Trouble of `draftIn` and `writeNew`, `nothing-found`, `bad-value`
 */
export const showDocument = async (
  cli: Cli,
  path: string,
  options: Options,
  accept: ReadonlySet<string>,
): Promise<void> => {
  const { dryRun, json, write } = options;
  if (write !== undefined) formOf(write);
  const draft = await draftIn(path);
  const prospect = prospectOf(cli, draft, { keys: 'keys-needed', accept });
  if (json) cli.out.json('draft', draftJson(cli, draft, prospect));
  else if (dryRun) printDraft(cli, draft, prospect);
  if (write !== undefined) await writePlan(cli, draft, path, write);
  else if (!json && prospect.plan) {
    printDoubtfulDates(cli, prospect.plan, calendarFor(prospect.plan));
    printOutcome(cli, prospect.plan, 'dry-run');
  } else if (!json && draft.categories.length > 0) {
    const { next, nextInTemplate } = cli.say.intake;
    cli.out.line({ text: prospect.isTemplate ? nextInTemplate : next(path), style: 'dim' });
  }
};

/** Our template as a new file. Throws `Trouble` `path-exists`, `cannot-write`. */
export const writeTemplate = async (cli: Cli, path: string): Promise<void> => {
  await writeNew(path, await templateWorkbook(cli.language));
  printDone(cli.out, cli.say.intake.template(path));
};
