import type { RoundId } from '../../../../base/ids';
import { words } from '../../../../domain/language';
import { authorIn, whoAmI } from '../../commands/commands';
import type { Cli } from '../../context';
import {
  refuseRoundEarly,
  roundCommandOf,
  type RoundSaying,
  type RoundSeen,
} from '../../commands/round-commands';
import { Session } from '../../session';
import { signerFor } from '../../commands/signing';
import type { Paper } from '../../terminal/paper';
import { printRoundAnswer } from '../../views/answer';
import { agreed, type DecisionOptions, needAnswer } from './decide';

export type RoundOptions = Omit<DecisionOptions, 'yes'>;

/**
 * What is to be told to a round. `what`: in a few words, for the question and the answer. `final` is told in the place
 * of `saying` where something is to be done first, once nothing that can be known speaks against it.
 */
export type Order = { saying: RoundSaying; what: string; final?: () => Promise<RoundSaying> };

/** An order that is looked at before it is given: `show` prints what it changes. */
export type Decision = Order & { show: (paper: Paper) => void };

type Telling = { round?: RoundId | undefined; options: RoundOptions };

type Prepared<T> = (seen: RoundSeen, session: Session) => T | Promise<T>;

/** Looks at the round, makes a command of what is to be told, and gives it if `may` does not hold it back. */
const give = async <T extends Order>(
  cli: Cli,
  { round: named, options }: Telling,
  prepare: Prepared<T>,
  may?: (order: T) => Promise<boolean>,
): Promise<void> => {
  whoAmI(cli);
  await Session.with(cli, async (session) => {
    const round = named ?? (await session.round());
    const ledger = await session.ledger(round);
    const log = await session.ask((rectify) => rectify.roundLog(round));
    const seen = { ledger, log };
    const order = await prepare(seen, session);
    const author = authorIn(cli, ledger.head.roster, options.deputyFor);
    const looked = (saying: RoundSaying) => {
      const command = roundCommandOf(author, round, saying);
      refuseRoundEarly(command, seen);
      return command;
    };
    const first = looked(order.saying);
    const sign = await signerFor(cli, author.by, [{ context: ledger.head }]);
    if (may && !(await may(order))) return;
    const command = order.final ? looked(await order.final()) : first;
    const answer = await session.sendRound(command, sign);
    if (!options.json) printRoundAnswer(cli, answer, order.what);
    else if (may) cli.out.json('round-decision', { decided: true, ...answer });
    else cli.out.json('round-answer', answer);
  });
};

/** Tells a round something at once. */
export const tellRound = (cli: Cli, telling: Telling, prepare: Prepared<Order>): Promise<void> =>
  give(cli, telling, prepare);

/** Shows what a command would change in a round, asks, and tells the round. */
export const decideForRound = (
  cli: Cli,
  { round, options }: { round?: RoundId | undefined; options: DecisionOptions },
  prepare: Prepared<Decision>,
): Promise<void> => {
  whoAmI(cli);
  needAnswer(cli, options);
  return give(cli, { round, options }, prepare, async ({ saying, what, show }) => {
    show(options.json ? cli.err : cli.out);
    const question = cli.say.command.question(words(cli.language).command[saying.type], what);
    if (options.yes || (await agreed(cli, question))) return true;
    if (options.json) cli.out.json('round-decision', { decided: false });
    else cli.out.line(cli.say.command.left);
    return false;
  });
};
