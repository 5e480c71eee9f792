import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Cli } from '../../context';
import { addressesOf, reportIn, untilInterrupted } from '../../../local/running';
import { toBegin } from './to-type';
import { startStack } from '../../../local/stack';
import { instant, readable } from '../../../../domain/calendar/zone';
import { LOOPBACK } from '../../../local/free-ports';
import { forgetRunning, noteRunning, runningIn } from '../../../local/running-here';
import { answers } from '../../../local/temporal-server';
import { Trouble } from '../../trouble/trouble';
import { defaultStore } from '../../../api/settings';

/** The ports that Temporal and mail catchers usually have, so that the CLI finds them by itself. */
const PORTS = { temporal: 7233, ui: 8233, smtp: 1025, web: 1080 };

const ADDRESS = `${LOOPBACK}:${String(PORTS.temporal)}`;

/**
 * Says what is running already: one system is enough, and a second worker with a store of its own would lose files.
 * @throws Trouble `other-server` where something else has taken the port
 */
const isThere = async (cli: Cli, folder: string): Promise<boolean> => {
  const { demo: said } = cli.say;
  if (!(await answers(ADDRESS, 'default'))) return false;
  const running = await runningIn(folder);
  if (!running) throw new Trouble({ type: 'other-server', address: ADDRESS, folder });
  const tell = reportIn(cli.terminal);
  tell(said.running(running.temporal, readable(instant(running.since)), folder, running.pid));
  tell(said.started(running.ui, running.web));
  for (const line of toBegin(running)) tell(line);
  return true;
};

const dev = async (cli: Cli): Promise<void> => {
  const { demo: said } = cli.say;
  const tell = reportIn(cli.terminal);
  const folder = path.dirname(fileURLToPath(defaultStore(cli.terminal.environment)));
  if (await isThere(cli, folder)) return;
  tell(said.starting);
  const stack = await startStack({ folder, persistent: true, ports: PORTS, report: tell });
  try {
    await untilInterrupted(stack, said.workerDied, async () => {
      const addresses = addressesOf(stack);
      await noteRunning(folder, { ...addresses, pid: process.pid, since: Date.now() });
      tell(said.started(addresses.ui, addresses.web));
      tell(said.dev);
      for (const line of toBegin(addresses)) tell(line);
      return 'stay';
    });
  } finally {
    await forgetRunning(folder);
  }
};

export const register = (command: Command, cli: Cli): void => {
  command.action(() => dev(cli));
};
