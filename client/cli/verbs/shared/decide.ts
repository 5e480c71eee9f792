import type { Command as Verb } from 'commander';
import { safe } from '../../../../base/printable';
import type { ItemView } from '../../../../domain/item/life';
import { words } from '../../../../domain/language';
import { officeNumber } from '../../../../domain/plan/plan';
import { parseItem } from '../../arguments/item-argument';
import { type Saying, whoAmI } from '../../commands/commands';
import type { Cli } from '../../context';
import type { Session } from '../../session';
import { Trouble } from '../../trouble/trouble';
import { printAnswer } from '../../views/answer';
import { printCard } from '../../views/item-card';
import { giveItem } from './to-item';

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

/** Whether to do what has been shown: asks, unless `--yes` was given, and says when nothing was done. */
export const consent = async (
  cli: Cli,
  { yes, json }: DecisionOptions,
  asked: { question: string; value: 'decision' | 'round-decision' },
): Promise<boolean> => {
  if (yes || (await agreed(cli, asked.question))) return true;
  if (json) cli.out.json(asked.value, { decided: false });
  else cli.out.line(cli.say.command.left);
  return false;
};

/** Shows the item that is to be decided on; the question that follows. */
export const showToDecide = (
  cli: Cli,
  { json }: DecisionOptions,
  view: ItemView,
  { type }: Saying,
): string => {
  const paper = json ? cli.err : cli.out;
  printCard(cli, paper, view);
  paper.line();
  const { number, problem } = view.context.planned;
  return cli.say.command.question(words(cli.language).command[type], `${officeNumber(number)} ${problem}`);
};

/** Makes a decision from the item that it is about. */
export type Deciding = (view: ItemView, session: Session) => Saying | Promise<Saying>;

/**
 * Shows what is about to be decided, asks, and tells the item. The decision names the evidence as it was
 * shown: when there is other evidence by then, the item refuses it.
 */
export const decide = async (
  cli: Cli,
  named: string,
  options: DecisionOptions,
  prepare: Deciding,
): Promise<void> => {
  whoAmI(cli);
  const item = parseItem(named);
  needAnswer(cli, options);
  const given = await giveItem(cli, {
    item,
    deputyFor: options.deputyFor,
    prepare: async (view, session) => ({ saying: await prepare(view, session) }),
    may: (view, saying) => {
      const question = showToDecide(cli, options, view, saying);
      return consent(cli, options, { question, value: 'decision' });
    },
  });
  if (!given) return;
  const { view, answer } = given;
  if (options.json) cli.out.json('decision', { decided: true, ...answer, evidence: view.evidenceHash });
  else printAnswer(cli, answer, view);
};
