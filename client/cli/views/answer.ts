import type { Answer } from '../../../domain/item/command';
import type { ItemView } from '../../../domain/item/life';
import { words } from '../../../domain/language';
import { capped } from '../../../base/safe-text';
import type { RoundAnswer } from '../../../domain/round/command';
import { officeNumber } from '../../../domain/plan/plan';
import type { Cli } from '../context';
import { printDeed } from '../terminal/done';
import { dayText } from '../terminal/time';

/** How much of a problem is shown: an answer is one line. */
const PROBLEM = 24;

/** What an item has answered, in one sentence. */
export const printAnswer = (cli: Cli, answer: Answer, { context }: ItemView): void => {
  const said = words(cli.language);
  const item = `${officeNumber(context.planned.number)} ${capped(context.planned.problem, PROBLEM)}`;
  const deadline = answer.deadline && dayText(answer.deadline, context.calendar, said);
  const { type, status } = answer;
  printDeed(cli.out, cli.say.command.done(said.command[type], item, said.status[status], deadline));
};

/** What a round has answered, with the items that it concerns; `what` was told. */
export const printRoundAnswer = (cli: Cli, answer: RoundAnswer, what: string): void => {
  const { command: said } = cli.say;
  const items = answer.items.length > 0 ? said.items(answer.items.map(officeNumber).join(' ')) : '';
  const command = words(cli.language).command[answer.type];
  printDeed(cli.out, said.doneInRound(command, what) + items);
};
