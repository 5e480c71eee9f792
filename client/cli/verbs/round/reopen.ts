import type { Command } from 'commander';
import type { ItemView } from '../../../../domain/item/life';
import { officeNumber } from '../../../../domain/plan/plan';
import type { Cli } from '../../context';
import { type ItemArgument, parseItem } from '../../arguments/item-argument';
import { rowIn, type Session } from '../../session';
import { Trouble } from '../../trouble/trouble';
import { dateValue } from '../../arguments/values';
import { printCard } from '../../views/item-card';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideForRound } from '../shared/round-command';

type Options = DecisionOptions & { reason: string; deadline: string };

/** The closure to be reopened, if this machine can still see it. An item can be reopened without. */
const recordOf = async (session: Session, item: ItemArgument): Promise<ItemView | undefined> => {
  try {
    return await session.view(item);
  } catch (error) {
    if (error instanceof Trouble && error.detail.type === 'no-record') return undefined;
    throw error;
  }
};

const reopen = (cli: Cli, given: string, options: Options): Promise<void> => {
  const item = parseItem(given);
  const { number } = item;
  const { reason } = options;
  const deadline = dateValue('--deadline', options.deadline);
  return decideForRound(cli, { round: item.round, options }, async ({ ledger }, session) => {
    const { cycle, problem, archive } = rowIn(ledger, number);
    const view = archive && (await recordOf(session, { round: ledger.head.round, number }));
    return {
      saying: { type: 'reopen', item: number, cycle, reason, deadline },
      what: `${officeNumber(number)} ${problem}`,
      show: (paper) => {
        if (view) printCard(cli, paper, view);
        else if (archive) paper.line(`${archive.archiveNumber} · ${archive.bag}`);
      },
    };
  });
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .argument('<item>', cli.say.argument.item)
    .requiredOption('--reason <text>', option.reason)
    .requiredOption('--deadline <date>', option.deadline);
  decisionOptions(command, cli).action((item: string, options: Options) => reopen(cli, item, options));
};
