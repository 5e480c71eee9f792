import type { Command as Verb } from 'commander';
import type { Answer, Command } from '../../../../domain/item/command';
import type { ItemView } from '../../../../domain/item/life';
import { type Author, authorOf, commandOf, refuseEarly, type Saying, whoAmI } from '../../commands/commands';
import type { Cli } from '../../context';
import { parseItem } from '../../arguments/item-argument';
import { Session } from '../../session';
import { signerFor } from '../../commands/signing';
import { printAnswer } from '../../views/answer';

export type HandlerOptions = { deputyFor?: string; json?: true };

/** Options of every verb that gives a command. */
export const handlerOptions = (verb: Verb, { say }: Cli): Verb =>
  verb.option('--deputy-for <person>', say.option.deputyFor).option('--json', say.option.json);

/**
 * Looks at the item that was named, makes a command of it and gives it, unless it would be refused.
 * `prepare` may throw to leave it at that.
 */
export const tell = async (
  cli: Cli,
  given: string,
  options: HandlerOptions,
  prepare: (view: ItemView, session: Session, author: Author) => Saying | Promise<Saying>,
): Promise<void> => {
  whoAmI(cli);
  const item = parseItem(given);
  await Session.with(cli, async (session) => {
    const view = await session.view(item);
    const author = await authorOf(cli, session, [view], options.deputyFor);
    const sign = await signerFor(cli, author.by, [view]);
    const command = commandOf(author, view, await prepare(view, session, author));
    refuseEarly(command, view);
    report(cli, options, await session.send(command, sign), view, command);
  });
};

/** Prints the answer; `--json` prints it as the item gave it, with the file that was handed in. */
const report = (
  cli: Cli,
  { json }: HandlerOptions,
  answer: Answer,
  view: ItemView,
  command: Command,
): void => {
  const file = command.type === 'add-evidence' ? command.file : undefined;
  if (json) {
    if (file) cli.out.json('evidence', { ...answer, file });
    else cli.out.json('answer', answer);
    return;
  }
  printAnswer(cli, answer, view);
  if (file) cli.out.line(`  SHA-512 ${file.sha512}`);
};
