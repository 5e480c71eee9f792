import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../errors';

/** What belongs to the worker alone: who may write there could forge receipts and bags, or take them away. */
const OF_WORKERS = ['mail', 'bags', 'rounds', '.incoming'];
/** What people write to: with the sticky bit, each removes their own files at most. */
const OF_PEOPLE = ['evidence', 'evidence/.incoming'];

const [OTHERS, WRITTEN_BY_OTHERS, WRITTEN_BY_GROUP, STICKY] = [0o007, 0o002, 0o020, 0o1000];

type Rule = (mode: number) => boolean;
const isClosed: Rule = (mode) => (mode & (OTHERS | WRITTEN_BY_GROUP)) === 0;
const isOfOne: Rule = (mode) => (mode & (WRITTEN_BY_OTHERS | WRITTEN_BY_GROUP)) === 0;
const isShared: Rule = (mode) =>
  (mode & WRITTEN_BY_OTHERS) === 0 && ((mode & WRITTEN_BY_GROUP) === 0 || (mode & STICKY) !== 0);

const RULES: readonly (readonly [path: string, isRight: Rule])[] = [
  ['.', isClosed],
  ...OF_WORKERS.map((path) => [path, isOfOne] as const),
  ...OF_PEOPLE.map((path) => [path, isShared] as const),
];

const modeOf = async (path: string): Promise<number | undefined> => {
  try {
    const found = await lstat(path);
    return found.isDirectory() ? found.mode & 0o7777 : undefined;
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'EACCES'])) return undefined;
    throw error;
  }
};

/**
 * The folders of a store that give others more than docs/store.md says, each with its mode, as `mail 0777`; `.` is the
 * store itself. A folder that is not there, or cannot be looked at, gives nothing away.
 */
export const looseRights = async (root: string): Promise<string[]> => {
  const loose: string[] = [];
  for (const [path, isRight] of RULES) {
    const mode = await modeOf(join(root, path));
    if (mode !== undefined && !isRight(mode)) loose.push(`${path} 0${mode.toString(8).padStart(3, '0')}`);
  }
  return loose;
};
