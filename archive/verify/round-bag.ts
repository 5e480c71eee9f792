import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { Sha256 } from '../../base/ids';
import { hasOurForm } from '../item/bag-info';
import { checkRound } from '../round/check';
import { roundBoundIn } from '../round/check-binding';
import { keysByOfficeIn } from '../round/check-signatures';
import type { RoundFault } from '../round/record-fault';
import { isReadOfRound, ROUND_RECORD } from '../round/paths';
import { readRound, type RoundContent } from '../round/read';
import { type BagContent, RECORD } from '../item/read-record';
import { type Attestation, attestationsIn } from '../../domain/round/attestation';
import { headsSeen } from '../round/check-heads';
import { begunAsTold } from '../round/check-lives';
import { tagManifestOf } from '../bag';
import { OPENING_FILE } from '../opening';
import { beside } from './beside';
import { openFolder } from '../../store/open';
import { StoreMissing, StoreUrlError } from '../../store/errors';
import type { FolderReader } from '../../store/store';

export { isRoundBag } from '../round/paths';

/** The bags of items that a round refers to: how many there are, and which are not beside its own. */
export type ItemBags = { named: number; missing: string[] };

/** The hash of the tag manifest of a bag, and the bag; undefined where there is none. */
const bagAt = async (location: string): Promise<{ folder: FolderReader; manifest: string } | undefined> => {
  try {
    const folder = await openFolder(location);
    return { folder, manifest: await tagManifestOf(folder) };
  } catch (error) {
    if (error instanceof StoreMissing || error instanceof StoreUrlError) return undefined;
    throw error;
  }
};

/** A line of a log, as far as it is compared here; the bag itself answers for the rest. */
const Line = z.looseObject({
  hash: Sha256,
  event: z.looseObject({ type: z.string(), lost: z.unknown().optional() }).optional(),
});

/** The log in the bag of an item, up to a line that is none. */
const logAt = async (bag: FolderReader): Promise<z.infer<typeof Line>[]> => {
  const lines = (await text(await bag.open(RECORD.log))).split('\n');
  const log: z.infer<typeof Line>[] = [];
  for (const line of lines) {
    const entry = Line.safeParse(parsed(line));
    if (!entry.success) break;
    log.push(entry.data);
  }
  return log;
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** The round has none, though an item of it keeps how it was opened. */
const openingOf = async (
  { payload }: RoundContent,
  bag: string,
  item: FolderReader,
): Promise<RoundFault[]> =>
  !payload.has(OPENING_FILE) && (await item.files()).includes(OPENING_FILE)
    ? [{ type: 'opening-missing', file: OPENING_FILE, beside: bag }]
    : [];

type Compared = { items: ItemBags; faults: RoundFault[] };

/** `compared`: page and label were compared with the record too, which only the version that made them can do. */
type Judged = Compared & {
  compared: boolean;
  unbound: number;
  opening: RoundContent['opening'];
  keysByOffice?: number[];
  attestations?: Attestation[];
};

const compare = async (record: RoundContent, location: string): Promise<Compared> => {
  const bags = record.bags?.bags ?? [];
  const missing: string[] = [];
  const faults: RoundFault[] = [];
  for (const life of bags) {
    const { bag, manifest: expected } = life;
    const found = await bagAt(beside(location, bag.slice(bag.lastIndexOf('/') + 1)));
    if (found === undefined) missing.push(bag);
    else if (found.manifest !== expected)
      faults.push({
        type: 'item-bag-differs',
        file: ROUND_RECORD.bags,
        bag,
        expected,
        found: found.manifest,
      });
    else {
      const log = await logAt(found.folder);
      faults.push(...headsSeen(record, life, log), ...begunAsTold(record, life, log));
      faults.push(...(await openingOf(record, bag, found.folder)));
    }
  }
  return { items: { named: bags.length, missing }, faults };
};

/** That there is no opening is told once, whatever shows it. */
const withoutRepeats = (faults: readonly RoundFault[]): RoundFault[] => {
  const first = faults.find(({ type }) => type === 'opening-missing');
  return faults.filter((fault) => fault.type !== 'opening-missing' || fault === first);
};

/** The record in the bag of a round, as far as it can be read. `read` gives the beginning of a file of the bag. */
export const roundIn = async (
  content: Omit<BagContent, 'files'>,
  read: (path: string) => Promise<Uint8Array>,
): Promise<ReturnType<typeof readRound>> => {
  const files = new Map<string, Uint8Array>();
  for (const path of content.payload.keys()) if (isReadOfRound(path)) files.set(path, await read(path));
  return readRound({ ...content, files });
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
  const { record, faults } = await roundIn(content, read);
  const { items, faults: differing } = await compare(record, location);
  const compared = hasOurForm(content.info);
  const { opening } = record;
  const { unbound } = roundBoundIn(record);
  const keysByOffice = keysByOfficeIn(record);
  const attestations = attestationsIn(record.log ?? []);
  const all = withoutRepeats([...faults, ...checkRound(record), ...differing]);
  // What a faulty record tells of them is no evidence.
  const isTold = all.length === 0 && attestations.length > 0;
  return {
    items,
    compared,
    unbound,
    opening,
    faults: all,
    ...(keysByOffice.length > 0 && { keysByOffice }),
    ...(isTold && { attestations }),
  };
};
