import { readdir, readFile, realpath } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Command } from 'commander';
import type { PersonId } from '../../../../base/ids';
import { civilOf, instant } from '../../../../domain/calendar/zone';
import { decodeText } from '../../../../intake/files/text-file';
import { choiceArgument } from '../../arguments/choice';
import { personMeant } from '../../arguments/people';
import { type OwnedKey, sortKeys } from '../../commands/collected-keys';
import type { Cli } from '../../context';
import type { RefusedKey } from '../../files/key-outcome';
import { ownerOf } from '../../files/key-owner';
import { isPlanFile } from '../../files/plan-file';
import { enterKeys, type Keyholder, planKeysIn } from '../../files/plan-keys';
import { readSentKey } from '../../files/sent-key';
import { EXIT, Trouble } from '../../trouble/trouble';
import { type Collection, printCollection } from '../../views/collected-keys';

type Options = { dryRun?: true; replace?: string[]; json?: true };

/** No text with a key is longer, in octets; a longer file is a picture or something else. */
const LONGEST = 64 * 1024;

/** The files of a folder in their order, without hidden ones and the plan itself. */
const filesIn = async (folder: string, plan: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new Trouble({ type: 'bad-folder', path: folder });
  });
  const own = await realpath(plan);
  const names = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'));
  const others: string[] = [];
  for (const { name } of names)
    if ((await realpath(join(folder, name)).catch(() => undefined)) !== own) others.push(name);
  return others.sort((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }));
};

const textOf = async (path: string): Promise<string | undefined> => {
  try {
    const bytes = await readFile(path);
    return bytes.length > LONGEST ? '' : decodeText(bytes);
  } catch (error) {
    // A picture is no text; what the disk refuses is told as such.
    return error instanceof Error && 'code' in error ? undefined : '';
  }
};

/** What one file gives. */
const readFileOf = async (
  folder: string,
  file: string,
  people: readonly Keyholder[],
): Promise<OwnedKey | RefusedKey> => {
  const text = await textOf(join(folder, file));
  if (text === undefined) return { file, type: 'unreadable' };
  const sent = readSentKey(text);
  if ('type' in sent) return { file, ...sent };
  const names = people.map(({ id, name }) => ({ id, name }));
  const owner = ownerOf(file.slice(0, file.length - extname(file).length), sent.person, names);
  if ('type' in owner) return { file, ...owner };
  const holder = people.find(({ id }) => id === owner.person.id);
  if (!holder) throw new TypeError(`${owner.person.id} is not in the plan`);
  return { file, owner: holder, key: sent.key, from: sent.from ?? civilOf(instant(Date.now())) };
};

const collect = async (cli: Cli, folder: string, plan: string, options: Options): Promise<void> => {
  if (!isPlanFile(plan)) throw new Trouble({ type: 'keys-need-yaml', path: plan });
  const { text, people } = await planKeysIn(plan);
  const replaced = new Set<PersonId>((options.replace ?? []).map((given) => personMeant(given, { people })));
  const read: (OwnedKey | RefusedKey)[] = [];
  for (const file of await filesIn(folder, plan)) read.push(await readFileOf(folder, file, people));
  const owned = read.filter((one): one is OwnedKey => 'owner' in one);
  const { collected, entered, refused } = sortKeys(owned, people, replaced);
  const written = entered.size > 0 && !options.dryRun;
  if (written) await enterKeys(plan, text, entered);
  const found: Collection = {
    plan,
    written,
    keys: collected,
    refused: [...read.filter((one): one is RefusedKey => 'type' in one), ...refused],
    without: people
      .filter(({ id, kids }) => kids.length === 0 && !entered.has(id))
      .map(({ id, name, isNeeded }) => ({ person: id, name, needed: isNeeded })),
  };
  if (options.json) cli.out.json('keys', found);
  else printCollection(cli, found, people);
  if (found.refused.length > 0) cli.exitCode = EXIT.refused;
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .addArgument(choiceArgument('<action>', argument.keysAction, ['collect']))
    .argument('<folder>', argument.keyFolder)
    .argument('<file>', argument.plan)
    .option('--dry-run', option.keysDryRun)
    .option('--replace <person...>', option.replaceKeys)
    .option('--json', option.json)
    .action((_action: string, folder: string, plan: string, options: Options) =>
      collect(cli, folder, plan, options),
    );
};
