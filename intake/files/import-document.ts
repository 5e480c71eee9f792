import { type Draft, planTextOf } from '..';
import type { Plan } from '../../domain/plan/plan';
import { readPlan } from '../../domain/plan/read';
import type { Cli } from '../../client/cli/context';
import { INTAKE_WORDS } from '../../client/cli/language/intake-words';
import { printDone } from '../../client/cli/terminal/done';
import { Trouble } from '../../client/cli/trouble/trouble';
import { draftJson, printDraft } from '../../client/cli/views/draft-tree';
import { readDraft } from './index';
import { writeNew } from '../../client/cli/files/new-file';

type Options = { dryRun?: true; json?: true; write?: string };

const writePlan = async (cli: Cli, draft: Draft, from: string, to: string): Promise<void> => {
  const items = draft.categories.reduce((sum, { items: own }) => sum + own.length, 0);
  if (items === 0) throw new Trouble({ type: 'nothing-found', path: from });
  const say = INTAKE_WORDS[cli.language];
  const text = planTextOf(draft, say.plan);
  await writeNew(to, text);
  const open = text.split(`# ${say.plan.fill}`).length - 1;
  printDone(cli.err, say.written(to, items, open));
};

/**
 * Shows what was understood of a document, or writes it as a plan to complete. It starts no round.
 * @throws Trouble of `readDraft` and `writeNew`, `nothing-found`
 */
export const showDocument = async (cli: Cli, path: string, options: Options): Promise<void> => {
  const { dryRun, json, write } = options;
  const draft = await readDraft(path);
  if (json) cli.out.json('draft', draftJson(cli, draft));
  else if (dryRun) printDraft(cli, draft);
  if (write !== undefined) await writePlan(cli, draft, path, write);
  else if (!json && draft.categories.length > 0)
    cli.out.line({ text: INTAKE_WORDS[cli.language].next(path), style: 'dim' });
};

/**
 * The plan that a document holds if nothing is missing in it, as in our template filled in.
 * @throws Trouble `unfinished` else, for ids of people and more, which a round needs, are in no running text
 */
export const planOfDocument = async (cli: Cli, path: string): Promise<Plan> => {
  const draft = await readDraft(path);
  const reading = readPlan(planTextOf(draft, INTAKE_WORDS[cli.language].plan));
  if (reading.ok) return reading.plan;
  throw new Trouble({ type: 'unfinished', path });
};
