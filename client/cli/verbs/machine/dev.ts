import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Cli } from '../../context';
import { demoWords } from '../../../demo/words';
import { addressesOf, reportIn, untilInterrupted } from '../../../local/running';
import { startStack } from '../../../local/stack';
import { defaultStore } from '../../../api/settings';

/** The ports that Temporal and mail catchers usually have, so that the CLI finds them by itself. */
const PORTS = { temporal: 7233, ui: 8233, smtp: 1025, web: 1080 };

const dev = async (cli: Cli): Promise<void> => {
  const words = demoWords(cli.language);
  const tell = reportIn(cli.terminal);
  const folder = path.dirname(fileURLToPath(defaultStore(cli.terminal.environment)));
  tell(words.starting);
  const stack = await startStack({ folder, persistent: true, ports: PORTS, report: tell });
  await untilInterrupted(stack, words.workerDied, () => {
    const addresses = addressesOf(stack);
    tell(words.started(addresses));
    for (const line of words.dev(addresses)) tell(line);
    return Promise.resolve('stay' as const);
  });
};

export const register = (command: Command, cli: Cli): void => {
  command.action(() => dev(cli));
};
