import path from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../../context';
import { ensureSealKeys, rotateSealKeys } from '../../../local/seal-keys';
import { Trouble } from '../../trouble/trouble';
import { printDone } from '../../terminal/done';

type Options = { once?: true; json?: true };

const sealKeys = async (cli: Cli, given: string, { once, json }: Options): Promise<void> => {
  const file = path.resolve(given);
  const keys = await (once ? ensureSealKeys : rotateSealKeys)(file).catch(() => {
    throw new Trouble({ type: 'bad-seal-keys', path: file });
  });
  if (json) {
    cli.out.json('seal-keys', { file, ...keys });
    return;
  }
  const say = cli.say.machine.sealKeys;
  if (!keys.changed) {
    printDone(cli.err, say.kept(file));
    return;
  }
  printDone(cli.err, say.done(file, keys.seals));
  cli.err.line(say.next(keys.next));
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<file>', argument.sealKeys)
    .option('--once', option.sealKeysOnce)
    .option('--json', option.json)
    .action((file: string, options: Options) => sealKeys(cli, file, options));
};
