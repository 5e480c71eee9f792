import { ApplicationFailure } from '@temporalio/common';
import { valuesOf } from '../../archive/item/bag-info';
import { infoCompared } from '../../archive/compare';
import type { BagContents } from '../../archive/bag';
import { capped, oneLine } from '../../base/safe-text';
import { sha512Of } from '../../store/digest';
import { StoreMissing } from '../../store/errors';
import type { FolderReader, Store } from '../../store/store';
import { inEveryLanguage } from '../language';
import type { BagFile } from './contents';

/** What a bag must hold to be its owner's: every label but the day of bagging, and every file. */
export type OwnBag = { info: Readonly<Record<string, string>>; files: readonly BagFile[] };

const PAYLOAD = 'data/';

const digestOf = ({ sha512, content }: BagFile): string | undefined =>
  sha512 ?? (content instanceof Uint8Array ? sha512Of(content) : undefined);

/** Longest value of a foreign bag that operators are shown. */
const SHOWN = 80;

/** What differs from attempt to attempt, or is known to be right once the bag is valid. */
const FREE: readonly string[] = ['bagging-date', 'payload-oxum'];

const labelsIn = ({ info }: BagContents, own: OwnBag): string[] => {
  const known = [...FREE, ...Object.keys(own.info).map((label) => label.toLowerCase())];
  const differing = infoCompared(info, () => own.info).map(({ label }) => label);
  const others = info.map(([label]) => label).filter((label) => !known.includes(label.toLowerCase()));
  return [...differing, ...others].map(
    (label) => `${label} "${capped(oneLine(valuesOf(info, label).join(', ')), SHOWN)}"`,
  );
};

const filesIn = ({ payload }: BagContents, { files }: OwnBag): string[] => {
  const own = new Map(files.map((file) => [`${PAYLOAD}${file.path}`, digestOf(file)]));
  const others = [...payload.keys()].filter((path) => !own.has(path));
  return [
    ...[...own].filter(([path, sha512]) => payload.get(path) !== sha512).map(([path]) => path),
    ...others,
  ];
};

/** How many differences a failure names. */
const TOLD = 8;

/** Fails, to be tried again, for what lies under the name of a bag without being it. Nothing is overwritten. */
export const bagOfOther = (name: string, differences: readonly string[]): ApplicationFailure => {
  const told = differences.slice(0, TOLD).map((one) => capped(oneLine(one), 2 * SHOWN));
  const more = differences.length - told.length;
  return ApplicationFailure.retryable(
    inEveryLanguage((say) => say.bagOfOther(name, told, more)),
    'BagOfOther',
  );
};

/** The folder under the name of a bag; fails where something else has that name. */
export const bagAt = async (store: Store, name: string): Promise<FolderReader> => {
  try {
    return await store.folder(name);
  } catch (error) {
    if (error instanceof StoreMissing && (await store.has(name))) throw bagOfOther(name, []);
    throw error;
  }
};

/** In what a valid bag differs from what would be written now: labels with what they say there, and files. */
export const differencesFrom = (own: OwnBag, found: BagContents): string[] => [
  ...labelsIn(found, own),
  ...filesIn(found, own),
];

/** Fails where a bag differs from its owner's. */
export const expectNone = (name: string, differences: readonly string[]): void => {
  if (differences.length > 0) throw bagOfOther(name, differences);
};
