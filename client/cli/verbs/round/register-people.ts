import type { Command } from 'commander';
import type { Cli } from '../../context';
import { peopleIn } from '../../files/content-file';
import { withNamed } from '../../arguments/roster';
import { handlerOptions } from '../shared/tell';
import { type RoundOptions, tellRound } from '../shared/round-command';

type Options = RoundOptions & { reason: string };

const registerPeople = async (cli: Cli, path: string, options: Options): Promise<void> => {
  const people = await peopleIn(path);
  const what = people.map(({ name }) => name).join('、');
  const { reason } = options;
  await tellRound(cli, { options }, ({ ledger }) => ({
    saying: { type: 'register-people', people: withNamed(people, ledger.head.roster), reason },
    what,
  }));
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command.argument('<file>', argument.people).requiredOption('--reason <text>', option.reason);
  handlerOptions(command, cli).action((path: string, options: Options) => registerPeople(cli, path, options));
};
