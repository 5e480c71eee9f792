import type { Command } from 'commander';
import type { CivilDate } from '../../../../domain/calendar/civil';
import type { PersonId } from '../../../../base/ids';
import { civilOf, instant } from '../../../../domain/calendar/zone';
import type { KeyId, KeyMaterial } from '../../../../domain/identity/key';
import type { Renewal } from '../../../../domain/identity/renewal';
import { personIn } from '../../../../domain/round/offices';
import type { RoundLedger } from '../../../../workflows/messages';
import { genesisOf } from '../../../api/binding';
import { whoAmI } from '../../commands/commands';
import { idGiven } from '../../arguments/people';
import type { Cli } from '../../context';
import { generateKey, publicHalfOf, sign, writeKeyFile } from '../../../keys';
import { knownPassphrase } from '../../commands/passphrase';
import { keyPath, keyTrouble, unlockedKey } from '../../commands/signing';
import { Session } from '../../session';
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

/** The public half of a new key. @throws Trouble `bad-key` */
const newKeyIn = async (cli: Cli, path: string): Promise<KeyMaterial> => {
  const key = generateKey();
  await writeKeyFile(path, key, await newPassphrase(cli)).catch((error: unknown) => {
    throw keyTrouble(error);
  });
  const { kid, x } = key;
  return { kid, x };
};

/** The new key that lies beside an old one and that a round does not have yet: it is signed for this round, too. */
const waitingBeside = async (
  path: string,
  person: PersonId,
  { head }: RoundLedger,
): Promise<KeyMaterial | undefined> => {
  const half = await publicHalfOf(path).catch(() => undefined);
  const { keys = [] } = personIn(head.roster, person) ?? {};
  return keys.some(({ kid }) => kid === half?.kid) ? undefined : half;
};

/** A new key, as the old one signs it for one round. */
const renewal = async (cli: Cli, person: PersonId, own: string): Promise<Omit<Printed, 'from'>> => {
  const ledger = await Session.with(cli, async (session) => session.ledger(await session.round()));
  const old = await unlockedKey(cli, person, own);
  const path = besideOf(own);
  const { kid, x } = (await waitingBeside(path, person, ledger)) ?? (await newKeyIn(cli, path));
  const { round } = ledger.head;
  const genesis = genesisOf(ledger);
  const at = new Date().toISOString();
  const said: Renewal = { type: 'renew-key', person, kid, x, round, ...(genesis && { genesis }), at };
  return { kid, x, endorsed: sign(said, old, 'key') };
};

const keygen = async (cli: Cli, { json, renew }: Options): Promise<void> => {
  const person = idGiven(whoAmI(cli), '--as');
  const own = keyPath(cli, person);
  const path = renew ? besideOf(own) : own;
  const { endorsed, ...half }: Omit<Printed, 'from'> = renew
    ? await renewal(cli, person, own)
    : await newKeyIn(cli, path);
  const printed = {
    ...half,
    from: civilOf(instant(Date.now())),
    ...(endorsed !== undefined && { endorsed }),
  };
  if (json) {
    cli.out.json('keygen', { person, path, key: printed });
    return;
  }
  const { done, next, renewed } = cli.say.machine.keygen;
  printDone(cli.err, done(path));
  cli.err.line(renew ? renewed(person, path, own) : next(person));
  for (const line of yamlOf(person, printed)) cli.out.line(line);
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .option('--renew', option.renew)
    .option('--json', option.json)
    .action((options: Options) => keygen(cli, options));
};
