import { hasOurForm } from '../item/bag-info';
import { boundIn } from '../item/check-binding';
import { checkRecord } from '../item/check-record';
import { heldToRound } from '../item/check-beside';
import { keysByOfficeIn } from '../item/check-signatures';
import { isRead, readRecord } from '../item/read-record';
import type { RecordFault } from '../item/record-fault';
import { OPENING_FILE, type OpenedBy, openedBy } from '../opening';
import type { RoundOnlyFault } from '../round/record-fault';
import type { Attestation } from '../../domain/round/attestation';
import type { TrustedKeys } from '../../domain/round/opening/trust';
import { type BagFault, type BagReport, DECLARATION, verifyBag } from '../bag';
import { filesAt } from '../../store/open';
import type { FolderReader } from '../../store/store';
import { beginningOf } from './beginning';
import { contentOf } from './content';
import { type FaultyBeside, type RoundBeside, RoundsBeside } from './round-beside';
import { checkRoundBag, isRoundBag, type ItemBags } from './round-bag';

/** What is wrong with a bag: with its checksums, or where they are right with its record. */
export type Verification = Omit<BagReport, 'faults'> & {
  faults: (BagFault | RecordFault | RoundOnlyFault)[];
  /**
   * Also what was made of the log, item, page and bag-info.txt, was held to it; false for a bag of another version,
   * which made them otherwise.
   */
  compared?: boolean;
  /**
   * How many signed commands do not say for which opening and on what sight of the log they were given, as those of
   * older versions do not; absent where all do.
   */
  unbound?: number;
  /** Of the bag of a round. */
  items?: ItemBags;
  /**
   * Entries in which the office alone has replaced somebody's key, which today takes two, or has acted against the keys or places
   * of head or oversight, which today they do themselves. Absent where there are none.
   */
  keysByOffice?: number[];
  /** Of the bag of an item: that of its round beside it is not valid, so that this one, which it says nothing about, was not held to it. */
  besideInvalid?: FaultyBeside;
  /** Who opened the round, where the bag tells. */
  opening?: OpenedBy;
  /** Who has countersigned the log of a round, and up to which entry. */
  attestations?: Attestation[];
};

/** Who reads. */
export type Reader = {
  /** The keys by which they let rounds be opened, where they have named any. */
  trusted?: TrustedKeys | undefined;
  /** Of whoever reads several bags, so that none of a round is read twice. */
  rounds?: RoundsBeside;
};

type Judged = Pick<
  Verification,
  'faults' | 'compared' | 'unbound' | 'items' | 'opening' | 'keysByOffice' | 'attestations' | 'besideInvalid'
>;

/** What was found of a bag, with who opened its round; a faulty opening names nobody. */
const withOpening = (
  judged: Judged,
  opening: Parameters<typeof openedBy>[0] | undefined,
  trusted: TrustedKeys | undefined,
  round?: RoundBeside,
): Judged => {
  if (judged.faults.some(({ file }) => file === OPENING_FILE)) return judged;
  const isOfIt = round !== undefined && opening?.genesis === round.genesis;
  const found = openedBy(opening, trusted, isOfIt ? round.amendments : undefined);
  return {
    ...judged,
    ...(found.opening && { opening: found.opening }),
    faults: [...judged.faults, ...found.faults],
  };
};

const unboundOf = ({ unbound }: { unbound: number }): Pick<Judged, 'unbound'> =>
  unbound > 0 ? { unbound } : {};

/** What is wrong with the record in a bag that is valid, so that its manifest tells every hash. */
const judgeRecord = async (
  bag: FolderReader,
  location: string,
  { trusted, rounds = new RoundsBeside(trusted) }: Reader,
): Promise<Judged> => {
  const { content, faults: misread } = await contentOf(bag);
  const { payload } = content;
  const read = (path: string) => beginningOf(bag, path);
  if (isRoundBag(payload.keys())) {
    const { faults, opening, unbound, ...judged } = await checkRoundBag(content, location, read);
    const all = { ...judged, ...unboundOf({ unbound }), faults: [...misread, ...faults] };
    return withOpening(all, opening, trusted);
  }
  const files = new Map<string, Uint8Array>();
  for (const path of payload.keys()) if (isRead(path)) files.set(path, await read(path));
  const { record, faults } = readRecord({ ...content, files });
  const keysByOffice = keysByOfficeIn(record);
  const own = [...faults, ...checkRecord(record)];
  // What is wrong with an opening is told once.
  const isTold = own.some(({ file }) => file === OPENING_FILE);
  const { round, faulty } = await rounds.of(location);
  const beside = isTold ? [] : heldToRound(record, { round, trusted });
  const judged = {
    ...(keysByOffice.length > 0 && { keysByOffice }),
    ...(faulty && { besideInvalid: faulty }),
    faults: [...misread, ...own, ...beside],
    compared: hasOurForm(record.info),
    ...unboundOf(boundIn(record)),
  };
  return withOpening(judged, record.opening, trusted, round);
};

/**
 * All that `rectify verify` finds out about the bag at `location`, beside which it looks for the bags of a round's items, and for that of
 * an item's round. Throws only what `verifyBag` throws.
 */
export const verifyFolder = async (
  folder: FolderReader,
  location: string,
  reader: Reader = {},
): Promise<Verification> => {
  const report = await verifyBag(folder);
  if (!report.valid) return report;
  const judged = await judgeRecord(folder, location, reader);
  return { ...report, valid: judged.faults.length === 0, ...judged };
};

/**
 * The bags that a place stands for: the one there, or, where it is a folder of bags, everything in it, so that one
 * without its declaration is not skipped.
 */
export const bagsAt = async (location: string): Promise<string[]> => {
  const files = await filesAt(location);
  if (files.includes(DECLARATION)) return [location];
  const folders = new Set(files.filter((file) => file.includes('/')).map((file) => file.replace(/\/.*/, '')));
  if (![...folders].some((folder) => files.includes(`${folder}/${DECLARATION}`))) return [location];
  return [...folders].map((folder) => `${location.replace(/(?<!\/)\/+$/, '')}/${folder}`);
};
