import type { Command } from 'commander';
import type { Cli } from '../../context';
import { publicKeyIn } from '../../files/content-file';
import { personNamed } from '../../arguments/roster';
import { type RoundOptions, tellRound } from '../shared/round-command';
import { handlerOptions } from '../shared/tell';

const replaceKey = async (cli: Cli, given: string, path: string, options: RoundOptions): Promise<void> => {
  const key = await publicKeyIn(cli, path);
  await tellRound(cli, { options }, ({ ledger }) => {
    const { id, name } = personNamed(ledger.head.roster, given);
    return { saying: { type: 'replace-key', person: id, key }, what: `${name} ${key.kid}` };
  });
};

export const register = (command: Command, cli: Cli): void => {
  const { argument } = cli.say;
  command.argument('<person>', argument.person).argument('<file>', argument.publicKey);
  handlerOptions(command, cli).action((person: string, path: string, options: RoundOptions) =>
    replaceKey(cli, person, path, options),
  );
};
