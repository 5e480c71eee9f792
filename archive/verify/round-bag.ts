import { dirname } from 'node:path';
import { hasOurForm } from '../item/bag-info';
import { checkRound } from '../round/check';
import type { RoundFault } from '../round/record-fault';
import { isReadOfRound, ROUND_RECORD } from '../round/paths';
import { readRound, type RoundContent } from '../round/read';
import type { BagContent } from '../item/read-record';
import { tagManifestOf } from '../bag';
import { openFolder } from '../../store/open';
import { StoreMissing, StoreUrlError } from '../../store/errors';

export { isRoundBag } from '../round/paths';

/** The bags of items that a round refers to: how many there are, and which are not beside its own. */
export type ItemBags = { named: number; missing: string[] };

/** The path or URL of the folder with this name beside a bag. */
const beside = (location: string, name: string): string => {
  const trimmed = location.replace(/\/+$/, '');
  return /^[a-z0-9]+:\/\//.test(location)
    ? `${trimmed.slice(0, trimmed.lastIndexOf('/'))}/${name}`
    : `${dirname(trimmed)}/${name}`;
};

/** The hash of the tag manifest of a bag; undefined where there is none. */
const manifestAt = async (location: string): Promise<string | undefined> => {
  try {
    return await tagManifestOf(await openFolder(location));
  } catch (error) {
    if (error instanceof StoreMissing || error instanceof StoreUrlError) return undefined;
    throw error;
  }
};

type Compared = { items: ItemBags; faults: RoundFault[] };

/** `compared`: page and label were compared with the record too, which only the version that made them can do. */
type Judged = Compared & { compared: boolean; opening: RoundContent['opening'] };

const compare = async (
  bags: NonNullable<RoundContent['bags']>['bags'],
  location: string,
): Promise<Compared> => {
  const missing: string[] = [];
  const faults: RoundFault[] = [];
  for (const { bag, manifest: expected } of bags) {
    const found = await manifestAt(beside(location, bag.slice(bag.lastIndexOf('/') + 1)));
    if (found === undefined) missing.push(bag);
    else if (found !== expected)
      faults.push({ type: 'item-bag-differs', file: ROUND_RECORD.bags, bag, expected, found });
  }
  return { items: { named: bags.length, missing }, faults };
};

/**
 * What is wrong with the record in the bag of a round, and with the bags of its items beside it. `read`
 * gives the beginning of a file of the bag, `location` is the place of the bag.
 */
export const checkRoundBag = async (
  content: Omit<BagContent, 'files'>,
  location: string,
  read: (path: string) => Promise<Uint8Array>,
): Promise<Judged> => {
  const files = new Map<string, Uint8Array>();
  for (const path of content.payload.keys()) if (isReadOfRound(path)) files.set(path, await read(path));
  const { record, faults } = readRound({ ...content, files });
  const { items, faults: differing } = await compare(record.bags?.bags ?? [], location);
  const compared = hasOurForm(content.info);
  const { opening } = record;
  return { items, compared, opening, faults: [...faults, ...checkRound(record), ...differing] };
};
