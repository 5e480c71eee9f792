import { join } from 'node:path';
import { type PersonId, type RoundId, roundOf } from '../../../base/ids';
import type { Instant } from '../../../domain/calendar/zone';
import { keyAt, type KeyId } from '../../../domain/identity';
import type { Command } from '../../../domain/item/command';
import type { RoundCommand } from '../../../domain/round/command';
import type { Policy } from '../../../domain/round/policy';
import type { Roster } from '../../../domain/round/roster';
import type { RoundLedger } from '../../../workflows/messages';
import type { Cli } from '../context';
import { KeyFileError, publicHalfOf, readKeyFile, sign, type SigningKey } from '../../keys';
import type { SignOpening } from '../../api/opening';
import { type Environment, ownFolder, setting } from '../../api/settings';
import { knownPassphrase } from './passphrase';
import { Trouble } from '../trouble/trouble';

/** Makes the compact JWS over a command; nothing for a round that takes people at their word and not this key. */
export type Signer = (command: Command | RoundCommand) => string | undefined;

/** What says whether commands must be signed, and with which keys they can be. */
export type Destination = {
  context: { round: { id: RoundId }; policy: Pick<Policy, 'identity'>; roster: Pick<Roster, 'people'> };
  now: Instant;
};

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

/** How often a person may mistype a passphrase. */
const TRIES = 3;

const askedFor = async ({ terminal, say }: Cli, path: string): Promise<string> => {
  const typed = await terminal.askSecret(`${say.machine.keygen.passphrase(path)} `);
  if (typed === undefined) throw new Trouble({ type: 'no-passphrase' });
  return typed;
};

/** Asks again where the passphrase is another; the last fault is the person's. */
const unlockAsking = async (cli: Cli, path: string): Promise<SigningKey> => {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await readKeyFile(path, await askedFor(cli, path));
    } catch (error) {
      const isMistyped = isFault(error, 'wrong-passphrase') || isFault(error, 'passphrase-needed');
      if (!isMistyped) throw error;
      if (left === 0) throw new KeyFileError(path, 'wrong-passphrase');
      cli.err.line({ text: cli.say.machine.keygen.mistyped(left), style: 'yellow' });
    }
  }
};

/** Asks for the passphrase only where the file is locked and the environment does not tell it. */
const unlock = async (cli: Cli, path: string): Promise<SigningKey> => {
  const known = await knownPassphrase(cli);
  try {
    return await readKeyFile(path, known);
  } catch (error) {
    if (!isFault(error, 'passphrase-needed') || !cli.terminal.interactive) throw error;
    return unlockAsking(cli, path);
  }
};

/** The key in a file, which signs for a person. @throws Trouble `no-key`, `bad-key` */
export const unlockedKey = async (cli: Cli, person: PersonId, path: string): Promise<SigningKey> => {
  try {
    return await unlock(cli, path);
  } catch (error) {
    if (isFault(error, 'missing') && cli.key === undefined)
      throw new Trouble({ type: 'no-key', person, path });
    throw keyTrouble(error);
  }
};

/** What signs an opening with the key of a file. @throws Trouble `no-key`, `bad-key` */
export const openingSigner = async (cli: Cli, person: PersonId, path: string): Promise<SignOpening> => {
  const key = await unlockedKey(cli, person, path);
  return (statement) => sign(statement, key, 'opening');
};

/** A round as the destination of a command. */
export const destinationOf = ({ head, now }: Pick<RoundLedger, 'head' | 'now'>): Destination => ({
  context: { round: { id: head.round }, policy: head.policy, roster: head.roster },
  now,
});

const takesWords = ({ context }: Destination): boolean => context.policy.identity === 'claimed';

const knowsKey = (kid: KeyId, person: PersonId, { context, now }: Destination): boolean => {
  const { keys = [] } = context.roster.people.find(({ id }) => id === person) ?? {};
  return 'key' in keyAt(keys, kid, now);
};

/** The rounds that take a person's word and could do nothing with the key of this machine. */
const roundsWithout = async (
  path: string,
  person: PersonId,
  destinations: readonly Destination[],
): Promise<ReadonlySet<RoundId>> => {
  const lenient = destinations.filter(takesWords);
  if (lenient.length === 0) return new Set();
  const { kid } = await publicHalfOf(path);
  return new Set(lenient.filter((one) => !knowsKey(kid, person, one)).map(({ context }) => context.round.id));
};

const roundOfCommand = (command: Command | RoundCommand): RoundId =>
  'round' in command ? command.round : roundOf(command.item);

/**
 * What signs for a person; nothing where there is no key, or none that belongs to the round, and the items do not ask
 * for one. A key that was named is used in any case.
 * Throws `Trouble` `no-key`, or `bad-key` for a file that was named or cannot be used.
 */
export type SignerFor = (
  person: PersonId,
  destinations: readonly Destination[],
) => Promise<Signer | undefined>;

/** Signs several commands of a person, who types their passphrase once. */
export const signersOf = (cli: Cli): SignerFor => {
  const unlocked = new Map<string, SigningKey>();
  const keyAtPath = async (path: string): Promise<SigningKey> => {
    const key = unlocked.get(path) ?? (await unlock(cli, path));
    unlocked.set(path, key);
    return key;
  };
  return async (person, destinations) => {
    const path = keyPath(cli, person);
    try {
      const without: ReadonlySet<RoundId> =
        cli.key === undefined ? await roundsWithout(path, person, destinations) : new Set();
      for (const round of without)
        cli.err.line({ text: cli.say.command.unsigned(path, round), style: 'yellow' });
      if (destinations.length > 0 && destinations.every(({ context }) => without.has(context.round.id)))
        return undefined;
      const key = await keyAtPath(path);
      return (command) => (without.has(roundOfCommand(command)) ? undefined : sign(command, key));
    } catch (error) {
      if (cli.key !== undefined || !isFault(error, 'missing')) throw keyTrouble(error);
    }
    if (destinations.every(takesWords)) return undefined;
    throw new Trouble({ type: 'no-key', person, path });
  };
};

/** The same for one command. */
export const signerFor = (
  cli: Cli,
  person: PersonId,
  destinations: readonly Destination[],
): Promise<Signer | undefined> => signersOf(cli)(person, destinations);
