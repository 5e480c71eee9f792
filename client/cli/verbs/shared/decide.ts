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
import { openAtPrompt } from '../../evidence/at-prompt';
import { sayUnopened } from '../../evidence/look-first';
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

/** `o`, and with it the number of a file: `o 3`. */
const OPEN = /^o\s*(\d+)?$/i;

/** What a person is asked, and how they look at evidence before they answer, where there is any. */
type Asked = {
  question: string;
  value: 'decision' | 'round-decision' | 'countersign';
  look?: ((number: string | undefined) => Promise<void>) | undefined;
};

/** Asks until there is an answer: anything but a yes, and the end of the input, is a no. */
export const agreed = async ({ terminal, say }: Cli, { question, look }: Asked): Promise<boolean> => {
  const { hint, hintOpen } = say.command;
  for (;;) {
    const given = await terminal.ask(`${safe(question)} ${look ? hintOpen : hint} `);
    const answer = given?.normalize('NFKC').trim() ?? '';
    const opening = look && OPEN.exec(answer);
    if (!opening) return YES.test(answer);
    await look(opening[1]);
  }
};

/** Whether to do what has been shown: asks, unless `--yes` was given, and says when nothing was done. */
export const consent = async (cli: Cli, { yes, json }: DecisionOptions, asked: Asked): Promise<boolean> => {
  if (yes || (await agreed(cli, asked))) return true;
  if (json) cli.out.json(asked.value, { decided: false });
  else cli.out.line(cli.say.command.left);
  return false;
};

/** The decisions for which a reviewer looks at the evidence. */
const REVIEWS: readonly Saying['type'][] = ['approve', 'accept', 'accept-stage', 'return'];

/** Shows the item that is to be decided on; what is asked about it then. */
export const showToDecide = async (
  cli: Cli,
  { json }: DecisionOptions,
  view: ItemView,
  saying: Saying,
): Promise<Asked> => {
  const paper = json ? cli.err : cli.out;
  printCard(cli, paper, view);
  paper.line();
  if ('evidence' in saying) await sayUnopened(cli, view);
  const { number, problem } = view.context.planned;
  const item = `${officeNumber(number)} ${problem}`;
  const hasEvidence = REVIEWS.includes(saying.type) && view.state.evidence.length > 0;
  return {
    question: cli.say.command.question(words(cli.language).command[saying.type], item),
    value: 'decision',
    look: hasEvidence ? (number) => openAtPrompt(cli, paper, view, number) : undefined,
  };
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
  const given = await giveItem(cli, {
    item,
    deputyFor: options.deputyFor,
    prepare: async (view, session) => ({ saying: await prepare(view, session) }),
    may: async (view, saying) => {
      needAnswer(cli, options);
      return consent(cli, options, await showToDecide(cli, options, view, saying));
    },
  });
  if (!given) return;
  const { view, answer } = given;
  if (options.json) cli.out.json('decision', { decided: true, ...answer, evidence: view.evidenceHash });
  else printAnswer(cli, answer, view);
};
