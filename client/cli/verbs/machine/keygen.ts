import type { Command } from 'commander';
import type { CivilDate } from '../../../../domain/calendar/civil';
import type { PersonId } from '../../../../base/ids';
import { civilOf, instant } from '../../../../domain/calendar/zone';
import { whoAmI } from '../../commands/commands';
import { idGiven } from '../../arguments/people';
import type { Cli } from '../../context';
import { generateKey, type SigningKey, writeKeyFile } from '../../../keys';
import { knownPassphrase } from '../../commands/passphrase';
import { keyPath, keyTrouble } from '../../commands/signing';
import { printDone } from '../../terminal/done';
import { Trouble } from '../../trouble/trouble';

/** Typed twice, since nobody can recover it; without a terminal only the environment can set one. */
const newPassphrase = async (cli: Cli): Promise<string> => {
  const { terminal, say } = cli;
  const given = await knownPassphrase(cli);
  if (given !== undefined || !terminal.interactive) return given ?? '';
  const first = await terminal.askSecret(`${say.machine.keygen.newPassphrase} `);
  const again = first === '' ? first : await terminal.askSecret(`${say.machine.keygen.again} `);
  if (first === undefined || first !== again) throw new Trouble({ type: 'passphrases-differ' });
  return first;
};

/** The public half as it is written under the person in a plan; whose it is stays with it when it is sent. */
const yamlOf = (person: PersonId, { kid, x }: SigningKey, from: CivilDate): string[] => [
  `# person: ${person}`,
  'keys:',
  `  - kid: ${kid}`,
  `    x: ${x}`,
  `    from: ${from}`,
];

const keygen = async (cli: Cli, { json }: { json?: true }): Promise<void> => {
  const person = idGiven(whoAmI(cli), '--as');
  const path = keyPath(cli, person);
  const key = generateKey();
  await writeKeyFile(path, key, await newPassphrase(cli)).catch((error: unknown) => {
    throw keyTrouble(error);
  });
  const from = civilOf(instant(Date.now()));
  if (json) {
    cli.out.json('keygen', { person, path, key: { kid: key.kid, x: key.x, from } });
    return;
  }
  printDone(cli.err, cli.say.machine.keygen.done(path));
  cli.err.line(cli.say.machine.keygen.next(person));
  for (const line of yamlOf(person, key, from)) cli.out.line(line);
};

export const register = (command: Command, cli: Cli): void => {
  command.option('--json', cli.say.option.json).action((options: { json?: true }) => keygen(cli, options));
};
