import type { Command } from 'commander';
import type { CivilDate } from '../../../../domain/calendar/civil';
import type { PersonId } from '../../../../base/ids';
import { civilOf, instant } from '../../../../domain/calendar/zone';
import type { KeyId } from '../../../../domain/identity';
import type { Renewal } from '../../../../domain/identity/renewal';
import { whoAmI } from '../../commands/commands';
import { idGiven } from '../../arguments/people';
import type { Cli } from '../../context';
import { generateKey, sign, type SigningKey, writeKeyFile } from '../../../keys';
import { knownPassphrase } from '../../commands/passphrase';
import { keyPath, keyTrouble, unlockedKey } from '../../commands/signing';
import { printDone } from '../../terminal/done';
import { Trouble } from '../../trouble/trouble';

type Options = { json?: true; renew?: true };

/** The public half, with the agreement of the old key where there is one. */
type Printed = { kid: KeyId; x: string; from: CivilDate; endorsed?: string };

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
const yamlOf = (person: PersonId, { kid, x, from, endorsed }: Printed): string[] => [
  `# person: ${person}`,
  'keys:',
  `  - kid: ${kid}`,
  `    x: ${x}`,
  `    from: ${from}`,
  ...(endorsed === undefined ? [] : [`    endorsed: ${endorsed}`]),
];

/** Where the key lies until the office has registered it: the old one still signs. */
const besideOf = (path: string): string => `${path.replace(/\.json$/, '')}.new.json`;

/** The new key as the old one signs it. */
const endorsedBy = (old: SigningKey, person: PersonId, { kid, x }: SigningKey): string =>
  sign({ type: 'renew-key', person, kid, x } satisfies Renewal, old, 'key');

const keygen = async (cli: Cli, { json, renew }: Options): Promise<void> => {
  const person = idGiven(whoAmI(cli), '--as');
  const own = keyPath(cli, person);
  const old = renew && (await unlockedKey(cli, person, own));
  const path = old ? besideOf(own) : own;
  const key = generateKey();
  await writeKeyFile(path, key, await newPassphrase(cli)).catch((error: unknown) => {
    throw keyTrouble(error);
  });
  const from = civilOf(instant(Date.now()));
  const { kid, x } = key;
  const printed = { kid, x, from, ...(old && { endorsed: endorsedBy(old, person, key) }) };
  if (json) {
    cli.out.json('keygen', { person, path, key: printed });
    return;
  }
  const { done, next, renewed } = cli.say.machine.keygen;
  printDone(cli.err, done(path));
  cli.err.line(old ? renewed(person, path, own) : next(person));
  for (const line of yamlOf(person, printed)) cli.out.line(line);
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .option('--renew', option.renew)
    .option('--json', option.json)
    .action((options: Options) => keygen(cli, options));
};
