import type { Command } from 'commander';
import type { ItemView } from '../../../../domain/item/life';
import { officeNumber } from '../../../../domain/plan/plan';
import { dateValue } from '../../arguments/values';
import { parseItem } from '../../arguments/item-argument';
import type { Cli } from '../../context';
import { rowIn, type Session } from '../../session';
import { Trouble } from '../../trouble/trouble';
import { printCard } from '../../views/item-card';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideForRound } from '../shared/round-command';

type Options = DecisionOptions & { reason: string; deadline?: string };

/** The item as it was: the server shows what it has ended for as long as it keeps it. */
const asItWas = async (
  session: Session,
  ...life: Parameters<Session['view']>
): Promise<ItemView | undefined> => {
  try {
    return await session.view(...life);
  } catch (error) {
    if (error instanceof Trouble) return undefined;
    throw error;
  }
};

const restore = (cli: Cli, given: string, options: Options): Promise<void> => {
  const item = parseItem(given);
  const { number } = item;
  const { reason } = options;
  const deadline = options.deadline === undefined ? undefined : dateValue('--deadline', options.deadline);
  return decideForRound(cli, { round: item.round, options }, async ({ ledger }, session) => {
    const { cycle, problem } = rowIn(ledger, number);
    const view = await asItWas(session, { round: ledger.head.round, number }, cycle);
    return {
      saying: { type: 'restore', item: number, cycle, reason, ...(deadline && { deadline }) },
      what: `${officeNumber(number)} ${problem}`,
      show: (paper) => {
        if (view) printCard(cli, paper, view);
        paper.prose({ text: cli.say.round.restoring, style: 'yellow' });
      },
    };
  });
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .argument('<item>', cli.say.argument.item)
    .requiredOption('--reason <text>', option.reason)
    .option('--deadline <date>', option.restoredDeadline);
  decisionOptions(command, cli).action((item: string, options: Options) => restore(cli, item, options));
};
