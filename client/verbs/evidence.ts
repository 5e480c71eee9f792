import { basename } from 'node:path';
import type { Command } from 'commander';
import { civilOf } from '../../domain/calendar/zone';
import { openStore, type Store } from '../../store/store';
import type { Cli } from '../context';
import { storeUrl } from '../settings';
import { checkFile, storeEvidence } from '../store-evidence';
import { progressBar } from '../terminal/progress-bar';
import { dateValue, measureNumber } from '../values';
import { type HandlerOptions, handlerOptions, tell } from './tell';

type Options = HandlerOptions & { measure: string; title: string; date?: string };

/** Keeps the file; a person who waits for a large one sees how far it is. */
export const storeWatched = async (cli: Cli, store: Store, path: string, size: number) => {
  const bar = progressBar(cli.terminal, basename(path), size);
  try {
    return await storeEvidence(store, path, { watch: bar.at });
  } finally {
    bar.end();
  }
};

/** The file is in the store before the item hears of it: an item never names what is not there. */
const evidence = async (cli: Cli, item: string, path: string, options: Options): Promise<void> => {
  const measure = measureNumber('--measure', options.measure);
  const date = options.date === undefined ? undefined : dateValue('--date', options.date);
  const size = await checkFile(path);
  await tell(cli, item, options, async ({ now }) => {
    const store = await openStore(storeUrl(cli.terminal.environment));
    const stored = await storeWatched(cli, store, path, size);
    const file = { ...stored, title: options.title, effectiveDate: date ?? civilOf(now) };
    return { type: 'add-evidence', measure, file };
  });
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<item>', argument.item)
    .argument('<file>', argument.file)
    .requiredOption('--measure <measure>', option.measure)
    .requiredOption('--title <title>', option.title)
    .option('--date <date>', option.date);
  handlerOptions(command, cli).action((item: string, path: string, options: Options) =>
    evidence(cli, item, path, options),
  );
};
