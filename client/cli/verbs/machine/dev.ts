import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Cli } from '../../context';
import { addressesOf, reportIn, untilInterrupted } from '../../../local/running';
import { toBegin } from './to-type';
import { startStack } from '../../../local/stack';
import { defaultStore } from '../../../api/settings';

/** The ports that Temporal and mail catchers usually have, so that the CLI finds them by itself. */
const PORTS = { temporal: 7233, ui: 8233, smtp: 1025, web: 1080 };

const dev = async (cli: Cli): Promise<void> => {
  const { demo: said } = cli.say;
  const tell = reportIn(cli.terminal);
  const folder = path.dirname(fileURLToPath(defaultStore(cli.terminal.environment)));
  tell(said.starting);
  const stack = await startStack({ folder, persistent: true, ports: PORTS, report: tell });
  await untilInterrupted(stack, said.workerDied, () => {
    const addresses = addressesOf(stack);
    tell(said.started(addresses.ui, addresses.web));
    tell(said.dev);
    for (const line of toBegin(addresses)) tell(line);
    return Promise.resolve('stay' as const);
  });
};

export const register = (command: Command, cli: Cli): void => {
  command.action(() => dev(cli));
};
