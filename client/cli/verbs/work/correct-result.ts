import type { Command } from 'commander';
import { numberedResults, standingResults } from '../../../../domain/item/results';
import { Refused } from '../../../api/errors';
import { figureValue, resultNumber } from '../../arguments/values';
import type { Cli } from '../../context';
import { type HandlerOptions, handlerOptions, tell } from '../shared/tell';

type Options = HandlerOptions & { figure: string };

/** A figure of nothing withdraws the result. */
const WITHDRAWN = '0';

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<item>', argument.item)
    .argument('<result>', argument.resultNumber)
    .argument('<reason...>', argument.reason)
    .requiredOption('--figure <figure>', option.rightFigure);
  handlerOptions(command, cli).action(
    async (item: string, given: string, reason: string[], options: Options) => {
      const result = resultNumber('<result>', given);
      await tell(cli, item, options, ({ state }) => {
        const found = numberedResults(state)[result - 1];
        if (!found) {
          const known = standingResults(state).map(({ no }) => no);
          throw new Refused({ type: 'UnknownResult', result, known });
        }
        const isWithdrawn = options.figure === WITHDRAWN;
        return {
          type: 'correct-result',
          result,
          ...(!isWithdrawn && { figure: figureValue('--figure', options.figure, found.kind) }),
          reason: reason.join(' '),
        };
      });
    },
  );
};
