import type { ItemView } from '../../../../domain/item/life';
import type { Answer, Command } from '../../../../domain/item/command';
import type { ItemArgument } from '../../arguments/item-argument';
import { authorOf, commandOf, refuseEarly, type Saying } from '../../commands/commands';
import { type SignerFor, signersOf } from '../../commands/signing';
import type { Cli } from '../../context';
import { Session } from '../../session';
import { give, type Order } from './give';

/** The outcome of an order to an item, which was as `view` shows it. */
export type Given = { view: ItemView; command: Command; answer: Answer };

type Telling = {
  item: ItemArgument;
  deputyFor: string | undefined;
  /** Makes an order from the item. May throw to give none. */
  prepare: (view: ItemView, session: Session) => Order<Saying> | Promise<Order<Saying>>;
  may?: (view: ItemView, saying: Saying) => Promise<boolean>;
};

/** Looks at the item that was named, and gives it an order unless it would be refused, or `may` holds it back. */
export const giveItem = (cli: Cli, telling: Telling): Promise<Given | undefined> =>
  Session.with(cli, (session) => giveItemIn(cli, session, signersOf(cli), telling));

/** The same for one of several items. */
export const giveItemIn = async (
  cli: Cli,
  session: Session,
  signers: SignerFor,
  { item, deputyFor, prepare, may }: Telling,
): Promise<Given | undefined> => {
  const view = await session.view(item);
  const order = await prepare(view, session);
  const author = await authorOf(cli, session, [view], deputyFor);
  const given = await give(order, {
    looked: (saying) => {
      const command = commandOf(author, view, saying);
      refuseEarly(command, view);
      return command;
    },
    signer: () => signers(author.by, [view]),
    may: may && (() => may(view, order.saying)),
    send: (command, sign) => session.send(command, sign),
  });
  return given && { view, ...given };
};
