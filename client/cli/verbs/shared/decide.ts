import type { Command as Verb } from 'commander';
import type { ItemView } from '../../../../domain/item/life';
import { words } from '../../../../domain/language';
import { officeNumber } from '../../../../domain/plan/plan';
import { authorOf, commandOf, refuseEarly, type Saying, whoAmI } from '../../commands/commands';
import type { Cli } from '../../context';
import { parseItem } from '../../arguments/item-argument';
import { Session } from '../../session';
import { safe } from '../../../../base/printable';
import { signerFor } from '../../commands/signing';
import { Trouble } from '../../trouble/trouble';
import { printAnswer } from '../../views/answer';
import { printCard } from '../../views/item-card';

export type DecisionOptions = { deputyFor?: string; yes?: true; json?: true };

export const decisionOptions = (verb: Verb, { say }: Cli): Verb =>
  verb
    .option('--deputy-for <person>', say.option.deputyFor)
    .option('--yes', say.option.yes)
    .option('--json', say.option.json);

const YES = /^(y|yes|是|好|同意)$/i;

/** Where nobody can be asked, the answer must have been given with `--yes`. */
export const needAnswer = ({ terminal }: Cli, { yes }: DecisionOptions): void => {
  if (!yes && !terminal.interactive) throw new Trouble({ type: 'needs-yes' });
};

/** Asks once: anything but a yes, and the end of the input, is a no. */
export const agreed = async ({ terminal, say }: Cli, question: string): Promise<boolean> =>
  YES.test((await terminal.ask(`${safe(question)} ${say.command.hint} `))?.trim() ?? '');

const questionOf = (cli: Cli, { context }: ItemView, { type }: Saying): string => {
  const item = `${officeNumber(context.planned.number)} ${context.planned.problem}`;
  return cli.say.command.question(words(cli.language).command[type], item);
};

/**
 * Shows what is about to be decided, asks, and tells the item. The decision names the evidence as it was
 * shown: when there is other evidence by then, the item refuses it.
 */
export const decide = async (
  cli: Cli,
  given: string,
  options: DecisionOptions,
  prepare: (view: ItemView, session: Session) => Saying | Promise<Saying>,
): Promise<void> => {
  whoAmI(cli);
  const item = parseItem(given);
  needAnswer(cli, options);
  await Session.with(cli, async (session) => {
    const view = await session.view(item);
    const said = await prepare(view, session);
    const author = await authorOf(cli, session, [view], options.deputyFor);
    const command = commandOf(author, view, said);
    refuseEarly(command, view);
    const sign = await signerFor(cli, author.by, [view]);
    const paper = options.json ? cli.err : cli.out;
    printCard(cli, paper, view);
    paper.line();
    if (!options.yes && !(await agreed(cli, questionOf(cli, view, said)))) {
      if (options.json) cli.out.json('decision', { decided: false });
      else cli.out.line(cli.say.command.left);
      return;
    }
    const answer = await session.send(command, sign);
    if (options.json) cli.out.json('decision', { decided: true, ...answer, evidence: view.evidenceHash });
    else printAnswer(cli, answer, view);
  });
};
