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
import { destinationOf, signerFor } from '../../commands/signing';
import type { Paper } from '../../terminal/paper';
import { printRoundAnswer } from '../../views/answer';
import { consent, type DecisionOptions, needAnswer } from './decide';
import { give, type Order } from './give';

export type RoundOptions = Omit<DecisionOptions, 'yes'>;

/** What is to be told to a round. `what`: in a few words, for the question and the answer. `imported`: its plan, where it was asked for. */
export type RoundOrder = Order<RoundSaying> & { what: string } & Pick<RoundSeen, 'imported'>;

/** An order that is looked at before it is given: `show` prints what it changes. */
export type Decision = RoundOrder & { show: (paper: Paper) => void };

type Telling = { round?: RoundId | undefined; options: RoundOptions };

type Prepared<T> = (seen: RoundSeen, session: Session) => T | Promise<T>;

/** Looks at the round, and gives it an order unless it would be refused, or `may` holds it back. */
const giveRound = async <T extends RoundOrder>(
  cli: Cli,
  { round: named, options }: Telling,
  prepare: Prepared<T>,
  may?: (order: T) => Promise<boolean>,
): Promise<void> => {
  whoAmI(cli);
  await Session.with(cli, async (session) => {
    const round = named ?? (await session.round());
    // The log first: nothing in it is then newer than what is shown.
    const log = await session.roundLog(round);
    const ledger = await session.ledger(round);
    const seen = { ledger, log };
    const order = await prepare(seen, session);
    const author = authorIn(cli, ledger.head.roster, options.deputyFor);
    const given = await give(order, {
      looked: (saying) => {
        const command = roundCommandOf(author, round, seen, saying);
        refuseRoundEarly(command, { ...seen, imported: order.imported });
        return command;
      },
      signer: () => signerFor(cli, author.by, [destinationOf(ledger)]),
      may: may && (() => may(order)),
      send: (command, sign) => session.sendRound(command, sign),
    });
    if (!given) return;
    if (!options.json) printRoundAnswer(cli, given.answer, order.what);
    else if (may) cli.out.json('round-decision', { decided: true, ...given.answer });
    else cli.out.json('round-answer', given.answer);
  });
};

/** Tells a round something at once. */
export const tellRound = (cli: Cli, telling: Telling, prepare: Prepared<RoundOrder>): Promise<void> =>
  giveRound(cli, telling, prepare);

/** Shows what a command would change in a round, asks, and tells the round. */
export const decideForRound = (
  cli: Cli,
  { round, options }: { round?: RoundId | undefined; options: DecisionOptions },
  prepare: Prepared<Decision>,
): Promise<void> => {
  whoAmI(cli);
  return giveRound(cli, { round, options }, prepare, async ({ saying, what, show }) => {
    needAnswer(cli, options);
    show(options.json ? cli.err : cli.out);
    const question = cli.say.command.question(words(cli.language).command[saying.type], what);
    return consent(cli, options, { question, value: 'round-decision' });
  });
};
