import type { Command } from 'commander';
import type { Cli } from '../../context';
import { missingOption } from '../../trouble/misuse';
import { Trouble } from '../../trouble/trouble';
import { measureNumber, yuanValue } from '../../arguments/values';
import { type HandlerOptions, handlerOptions, tell } from '../shared/tell';

type Options = HandlerOptions & {
  complete?: string;
  measure?: string;
  recovered?: string;
  regulation?: string;
};

const completion = (complete: string, { recovered, regulation }: Options) => ({
  measure: measureNumber('--complete', complete),
  ...(recovered !== undefined && { recoveredFen: yuanValue('--recovered', recovered) }),
  ...(regulation !== undefined && { regulation }),
});

const progress = (cli: Cli, item: string, said: string[], options: Options): Promise<void> => {
  const text = said.join(' ');
  if (options.complete === undefined) {
    const measure = options.measure === undefined ? undefined : measureNumber('--measure', options.measure);
    return tell(cli, item, options, () => ({
      type: 'report-progress',
      text,
      ...(measure !== undefined && { measure }),
    }));
  }
  const outcome = completion(options.complete, options);
  return tell(cli, item, options, () => ({ type: 'complete-measure', result: text, ...outcome }));
};

/** Only a completed measure has results, and it is named once. */
const needed = (command: Command, { complete, measure, recovered, regulation }: Options): void => {
  if (complete !== undefined && measure !== undefined)
    throw new Trouble({ type: 'stray-option', option: '--measure', because: 'complete' });
  if (complete === undefined && (recovered !== undefined || regulation !== undefined))
    missingOption(command, '--complete <measure>');
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<item>', argument.item)
    .argument('<text...>', argument.progress)
    .option('--measure <measure>', option.reportedMeasure)
    .option('--complete <measure>', option.complete)
    .option('--recovered <yuan>', option.recovered)
    .option('--regulation <title>', option.regulation);
  handlerOptions(command, cli).action((item: string, text: string[], options: Options) => {
    needed(command, options);
    return progress(cli, item, text, options);
  });
};
