import type { Command } from 'commander';
import type { Cli } from '../context';
import { measureNumber } from '../values';
import { type HandlerOptions, handlerOptions, tell } from './tell';

type Options = HandlerOptions & { complete?: string };

const progress = (cli: Cli, item: string, said: string[], options: Options): Promise<void> => {
  const text = said.join(' ');
  if (options.complete === undefined)
    return tell(cli, item, options, () => ({ type: 'report-progress', text }));
  const measure = measureNumber('--complete', options.complete);
  return tell(cli, item, options, () => ({ type: 'complete-measure', measure, result: text }));
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<item>', argument.item)
    .argument('<text...>', argument.progress)
    .option('--complete <measure>', option.complete);
  handlerOptions(command, cli).action((item: string, text: string[], options: Options) =>
    progress(cli, item, text, options),
  );
};
