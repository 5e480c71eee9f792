import { join } from 'node:path';
import type { PersonId } from '../../../base/ids';
import type { Command } from '../../../domain/item/command';
import type { RoundCommand } from '../../../domain/round/command';
import type { Policy } from '../../../domain/round/policy';
import type { Cli } from '../context';
import { KeyFileError, readKeyFile, sign, type SigningKey } from '../../keys';
import { type Environment, ownFolder, setting } from '../../api/settings';
import { Trouble } from '../trouble/trouble';

/** Makes the compact JWS over a command. */
export type Signer = (command: Command | RoundCommand) => string;

/** What says whether commands must be signed. */
export type Destination = { context: { policy: Pick<Policy, 'identity'> } };

/** The file of a person's key in a folder of keys. */
export const keyFileIn = (folder: string, person: PersonId): string => join(folder, `${person}.json`);

/** The default path of a person's key: in the folder of RECTIFY_KEYS, else in the user's configuration. */
export const defaultKeyPath = (environment: Environment, person: PersonId): string =>
  keyFileIn(
    setting(environment, 'RECTIFY_KEYS') ?? join(ownFolder(environment, 'XDG_CONFIG_HOME'), 'keys'),
    person,
  );

/** The key file that was named, else the person's own. */
export const keyPath = ({ key, terminal }: Cli, person: PersonId): string =>
  key ?? defaultKeyPath(terminal.environment, person);

/** Says what is wrong with a key file in the person's language. */
export const keyTrouble = (error: unknown): unknown =>
  error instanceof KeyFileError
    ? new Trouble({ type: 'bad-key', path: error.path, fault: error.fault })
    : error;

const isFault = (error: unknown, fault: KeyFileError['fault']): boolean =>
  error instanceof KeyFileError && error.fault === fault;

/** Asks for the passphrase only where the file is locked and the environment does not tell it. */
const unlock = async ({ terminal, say }: Cli, path: string): Promise<SigningKey> => {
  const known = setting(terminal.environment, 'RECTIFY_PASSPHRASE');
  try {
    return await readKeyFile(path, known);
  } catch (error) {
    if (!isFault(error, 'passphrase-needed') || !terminal.interactive) throw error;
    return readKeyFile(path, await terminal.askSecret(`${say.machine.keygen.passphrase(path)} `));
  }
};

/**
 * What signs for a person; nothing where there is no key and the items do not ask for one.
 * Throws `Trouble` `no-key`, or `bad-key` for a file that was named or cannot be used.
 */
export const signerFor = async (
  cli: Cli,
  person: PersonId,
  destinations: readonly Destination[],
): Promise<Signer | undefined> => {
  const path = keyPath(cli, person);
  try {
    const key = await unlock(cli, path);
    return (command) => sign(command, key);
  } catch (error) {
    if (cli.key !== undefined || !isFault(error, 'missing')) throw keyTrouble(error);
  }
  if (destinations.every(({ context }) => context.policy.identity === 'claimed')) return undefined;
  throw new Trouble({ type: 'no-key', person, path });
};
