import type { Command } from 'commander';
import { authorOf, commandOf, refuseEarly, whoAmI } from '../../commands/commands';
import type { Cli } from '../../context';
import { parseItem } from '../../arguments/item-argument';
import { Session } from '../../session';
import { signerFor } from '../../commands/signing';
import { printAnswer } from '../../views/answer';
import { type HandlerOptions, handlerOptions } from '../shared/tell';

/** Acknowledges several items: all are checked before the first is acknowledged. */
const acknowledge = async (cli: Cli, given: string[], options: HandlerOptions): Promise<void> => {
  whoAmI(cli);
  const items = given.map(parseItem);
  await Session.with(cli, async (session) => {
    const views = await Promise.all(items.map((item) => session.view(item)));
    const author = await authorOf(cli, session, views, options.deputyFor);
    const orders = views.map((view) => {
      const command = commandOf(author, view, { type: 'acknowledge' });
      refuseEarly(command, view);
      return { view, command };
    });
    const sign = await signerFor(cli, author.by, views);
    const answers = [];
    for (const { view, command } of orders) {
      const answer = await session.send(command, sign);
      if (!options.json) printAnswer(cli, answer, view);
      answers.push(answer);
    }
    if (options.json) cli.out.json('answers', answers);
  });
};

export const register = (command: Command, cli: Cli): void => {
  handlerOptions(command.argument('<item...>', cli.say.argument.items), cli).action(
    (items: string[], options: HandlerOptions) => acknowledge(cli, items, options),
  );
};
