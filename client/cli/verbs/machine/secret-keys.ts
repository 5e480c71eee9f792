import path from 'node:path';
import type { Command } from 'commander';
import type { Cli, Register } from '../../context';
import { ensureSecretKeys, rotateSecretKeys, type SecretKeyIds } from '../../../local/secret-keys';
import { Trouble } from '../../trouble/trouble';
import { printDone } from '../../terminal/done';

type Options = { once?: true; json?: true };

/** Makes a file of keys, or takes the next key of one into use. */
type KeyVerb = {
  use: Parameters<typeof ensureSecretKeys>[1];
  words: 'sealKeys' | 'payloadKeys';
  print: (cli: Cli, file: string, ids: SecretKeyIds) => void;
};

const SEALS: KeyVerb = {
  use: 'seals',
  words: 'sealKeys',
  print: ({ out }, file, { changed, inUse: seals, next, opens }) => {
    out.json('seal-keys', { file, changed, seals, next, opens });
  },
};

const PAYLOADS: KeyVerb = {
  use: 'payloads',
  words: 'payloadKeys',
  print: ({ out }, file, { changed, inUse: encrypts, next, opens }) => {
    out.json('payload-keys', { file, changed, encrypts, next, opens });
  },
};

const perform = async (
  { use, words, print }: KeyVerb,
  cli: Cli,
  given: string,
  { once, json }: Options,
): Promise<void> => {
  const file = path.resolve(given);
  const keys = await (once ? ensureSecretKeys : rotateSecretKeys)(file, use).catch(() => {
    throw new Trouble({ type: 'bad-keys-file', path: file });
  });
  if (json) {
    print(cli, file, keys);
    return;
  }
  const say = cli.say.machine[words];
  if (!keys.changed) {
    printDone(cli.err, say.kept(file));
    return;
  }
  printDone(cli.err, say.done(file, keys.inUse));
  cli.err.line(say.next(keys.next));
};

const registering =
  (verb: KeyVerb): Register =>
  (command: Command, cli: Cli): void => {
    const { argument, option } = cli.say;
    command
      .argument('<file>', argument[verb.words])
      .option('--once', option.keysOnce)
      .option('--json', option.json)
      .action((file: string, options: Options) => perform(verb, cli, file, options));
  };

export const sealKeys = registering(SEALS);
export const payloadKeys = registering(PAYLOADS);
