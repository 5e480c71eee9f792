import type { Command } from 'commander';
import { KeyId } from '../../../../domain/identity/key';
import type { KeyWaiting } from '../../../../domain/round/keys/proposals';
import type { Person } from '../../../../domain/round/roster';
import type { Cli } from '../../context';
import { personNamed } from '../../arguments/roster';
import { Trouble } from '../../trouble/trouble';
import { type RoundOptions, tellRound } from '../shared/round-command';
import { handlerOptions } from '../shared/tell';

type Options = RoundOptions & { reason: string };

/** A key by its name, or by its beginning where only one key of the person begins so; one that waits to be theirs, too. */
const keyNamed = (person: Person, waiting: readonly KeyWaiting[], given: string): KeyId => {
  const keys = [...(person.keys ?? []), ...waiting.filter((one) => one.person === person.id)];
  const [found, ...more] = keys.filter(({ kid }) => kid.startsWith(given));
  const kid = KeyId.safeParse(found && more.length === 0 ? found.kid : given).data;
  if (kid) return kid;
  throw new Trouble({ type: 'bad-choice', option: '<kid>', given, choices: keys.map((key) => key.kid) });
};

const revokeKey = async (cli: Cli, given: string, key: string, options: Options): Promise<void> => {
  const { reason } = options;
  await tellRound(cli, { options }, ({ ledger }) => {
    const person = personNamed(ledger.head.roster, given);
    const kid = keyNamed(person, ledger.keys ?? [], key);
    return { saying: { type: 'revoke-key', person: person.id, kid, reason }, what: `${person.name} ${kid}` };
  });
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<person>', argument.person)
    .argument('<kid>', argument.kid)
    .requiredOption('--reason <text>', option.reason);
  handlerOptions(command, cli).action((person: string, kid: string, options: Options) =>
    revokeKey(cli, person, kid, options),
  );
};
