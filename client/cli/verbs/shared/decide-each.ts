import { itemId } from '../../../../base/ids';
import { Refused } from '../../../api/errors';
import { type ItemArgument, parseItem } from '../../arguments/item-argument';
import { whoAmI } from '../../commands/commands';
import { type SignerFor, signersOf } from '../../commands/signing';
import type { Cli } from '../../context';
import type { Decided } from '../../json/values';
import { Session } from '../../session';
import { Interrupted } from '../../terminal/interrupted';
import { failureOf } from '../../trouble/failure';
import { EXIT, Trouble, type TroubleType } from '../../trouble/trouble';
import { printAnswer } from '../../views/answer';
import { agreed, decide, type DecisionOptions, type Deciding, needAnswer, showToDecide } from './decide';
import { giveItemIn } from './to-item';

/** Faults of one item; any other would meet the next item as well. */
const OF_ONE_ITEM: readonly TroubleType[] = ['no-such-item', 'no-such-round', 'no-record', 'bad-command'];

const isOfOneItem = (error: unknown): boolean =>
  error instanceof Refused || (error instanceof Trouble && OF_ONE_ITEM.includes(error.detail.type));

type Round = { cli: Cli; session: Session; signers: SignerFor; options: DecisionOptions; prepare: Deciding };

/** Decides on one of several items, as it is when its turn comes. */
const decideOne = async ({ cli, session, signers, options, prepare }: Round, item: ItemArgument) => {
  const given = await giveItemIn(cli, session, signers, {
    item,
    deputyFor: options.deputyFor,
    prepare: async (view) => ({ saying: await prepare(view, session) }),
    may: async (view, saying) => {
      const asked = await showToDecide(cli, options, view, saying);
      return options.yes === true || agreed(cli, asked);
    },
  });
  if (!given) {
    if (!options.json) cli.out.line(cli.say.command.left);
    return undefined;
  }
  if (!options.json) printAnswer(cli, given.answer, given.view);
  return { decided: true as const, ...given.answer, evidence: given.view.evidenceHash };
};

const nameOf = ({ round, number }: ItemArgument): string =>
  round === undefined ? number : itemId(round, number);

/** Tells why an item was not decided on. The first fault gives the exit code; Ctrl-C comes before all of them. */
const tellFailure = async (cli: Cli, item: ItemArgument, error: unknown): Promise<Decided> => {
  const { lines, ...failure } = await failureOf(error, cli);
  const [first = '', ...more] = lines;
  if (lines.length > 0)
    cli.err.line({ text: `✗ ${cli.say.common.label(nameOf(item))}${first}`, style: 'red' });
  for (const text of more) cli.err.line({ text, style: 'red' });
  if (cli.exitCode === EXIT.done || error instanceof Interrupted) cli.exitCode = failure.exit;
  return { decided: false, item: nameOf(item), error: { ...failure, message: lines.join('\n') } };
};

const decideInTurn = async (round: Round, items: readonly ItemArgument[]): Promise<Decided[]> => {
  const { cli, options } = round;
  const paper = options.json ? cli.err : cli.out;
  const results: Decided[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0) paper.line();
    paper.line({ text: cli.say.command.turn(index + 1, items.length), style: 'dim' });
    try {
      results.push((await decideOne(round, item)) ?? { decided: false, item: nameOf(item) });
    } catch (error) {
      results.push(await tellFailure(cli, item, error));
      if (!isOfOneItem(error)) break;
    }
  }
  return results;
};

const distinct = (items: readonly ItemArgument[]): ItemArgument[] => [
  ...new Map(items.map((item) => [nameOf(item), item])).values(),
];

/**
 * Decides on one item or on several in turn: each is shown, asked about and told by itself, and the passphrase typed
 * once. What one item refuses does not keep the others; what stops every item, such as a server that is away, ends it.
 */
export const decideEach = async (
  cli: Cli,
  named: readonly string[],
  options: DecisionOptions,
  prepare: Deciding,
): Promise<void> => {
  const items = distinct(named.map(parseItem));
  if (items.length === 1) return decide(cli, named[0] ?? '', options, prepare);
  whoAmI(cli);
  needAnswer(cli, options);
  const results = await Session.with(cli, (session) =>
    decideInTurn({ cli, session, signers: signersOf(cli), options, prepare }, items),
  );
  if (options.json) {
    cli.out.json('decisions', results);
    return;
  }
  const decided = results.filter((result) => result.decided).length;
  cli.out.line();
  cli.out.line(cli.say.command.decidedOf(decided, items.length));
};
