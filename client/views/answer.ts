import type { Answer } from '../../domain/item/command';
import type { ItemView } from '../../domain/item/life';
import { words } from '../../domain/language';
import { officeNumber } from '../../domain/round/plan';
import type { Cli } from '../context';
import { dayText } from '../terminal/time';

/** What an item has answered, in one sentence. */
export const printAnswer = (cli: Cli, answer: Answer, { context }: ItemView): void => {
  const said = words(cli.language);
  const item = `${officeNumber(context.planned.number)} ${context.planned.problem}`;
  cli.out.line([{ text: '✓ ', style: 'green' }, cli.say.answer.done(said.command[answer.type], item)]);
  const deadline = dayText(answer.deadline, context.calendar, said);
  cli.out.line(`  ${cli.say.answer.now(said.status[answer.status], deadline)}`);
};
