import type { Calendar } from '../../domain/calendar/calendar';
import type { Instant } from '../../domain/calendar/zone';
import { itemId, type ItemId, type ItemNumber, type RoundId } from '../../base/ids';
import type { EvidenceFile } from '../../domain/item/command';
import type { LogEntry } from '../../domain/item/log';
import type { DocumentKind } from '../../domain/round/command';
import type { RoundEvent } from '../../domain/round/event';
import type { RoundMemory } from '../../domain/round/memory';
import type { ImportedPlan, LedgerSnapshot } from '../../domain/round/papers';
import type { RoundOpeningRecord } from '../../domain/round/opening/opened';
import type { RoundHead } from '../../domain/plan/plan';
import type { LedgerRow } from '../../domain/round/row';
import { extensionOf } from '../extensions';
import { bagName } from '../item/record';

/** The bag of one life of an item, by reference. `manifest`: SHA-512 of its tag manifest. */
export type BagReference = {
  item: ItemId;
  cycle: number;
  bag: string;
  archiveNumber: string;
  manifest: string;
};

/** The same as the round knows it: items of an older version did not report the hash. */
export type KnownBag = Omit<BagReference, 'manifest'> & { manifest?: string };

/** What the archive keeps of a round that was closed. */
export type RoundRecord = {
  /** As it ended. */
  head: RoundHead;
  calendar: Calendar;
  born: RoundMemory['born'];
  log: readonly LogEntry<RoundEvent>[];
  plan: ImportedPlan;
  /** The ledger at the opening, at each notice and, last, at the close. */
  ledgers: readonly LedgerSnapshot[];
  bags: readonly BagReference[];
  drill?: string;
  /** How it was opened; rounds of older versions have none, nor have claimed ones signatures. */
  opening?: RoundOpeningRecord;
};

type Log = RoundRecord['log'];

/** The name of a round's bag in the store, beside those of its items. */
export const roundBagName = (round: RoundId): string => `bags/${round}/round`;

/** Every life of every item with its bag, in the order of the plan. */
export const bagsOf = (round: RoundId, rows: readonly LedgerRow[], log: Log): KnownBag[] =>
  rows.flatMap(({ number, cycle, archive }) => [
    ...formerBags(round, number, log),
    ...(archive ? [knownBag(round, number, cycle, archive)] : []),
  ]);

const formerBags = (round: RoundId, number: ItemNumber, log: Log): KnownBag[] =>
  log.flatMap(({ event }) =>
    event.type === 'item-reopened' && event.item === number && event.previous
      ? [knownBag(round, number, event.cycle - 1, event.previous)]
      : [],
  );

const knownBag = (
  round: RoundId,
  number: ItemNumber,
  cycle: number,
  { archiveNumber, manifest }: NonNullable<LedgerRow['archive']>,
): KnownBag => {
  const life = { item: itemId(round, number), cycle };
  return { ...life, bag: bagName(life), archiveNumber, ...(manifest !== undefined && { manifest }) };
};

/** Something that was filed or published, with its place in the bag. */
export type FiledDocument = EvidenceFile & {
  /** From 1, in the order of filing. */
  no: number;
  kind: DocumentKind | 'notice';
  /** Entry of the log. */
  entry: number;
  at: Instant;
  number?: string;
  item?: ItemNumber;
  /** Beneath `data/`. */
  path: string;
};

const pathOf = (kind: FiledDocument['kind'], no: number, { sha512, mediaType }: EvidenceFile): string =>
  `documents/${kind}-${String(no).padStart(3, '0')}-${sha512.slice(0, 12)}.${extensionOf(mediaType)}`;

/** Everything that was filed with a round or published of it, as its log tells. */
export const documentsIn = (log: Log): FiledDocument[] => {
  const filed = log.flatMap(({ seq, at, event }) =>
    event.type === 'document-filed' || event.type === 'notice-published' ? [{ seq, at, event }] : [],
  );
  return filed.map(({ seq, at, event }, index) => {
    const { file, number } = event;
    const [no, kind] = [index + 1, event.type === 'document-filed' ? event.kind : 'notice'] as const;
    const item = event.type === 'document-filed' ? event.item : undefined;
    return {
      no,
      kind,
      entry: seq,
      at,
      ...file,
      ...(number !== undefined && { number }),
      ...(item !== undefined && { item }),
      path: pathOf(kind, no, file),
    };
  });
};

/** How a round was closed: where it was undone, by whoever did that. */
export const closeIn = (log: Log) => {
  for (const { at, author: own, event } of log) {
    if (event.type !== 'round-closed') continue;
    const author = own ?? log.find(({ seq }) => seq === event.undone)?.author;
    if (author) return { ...event, at, author };
  }
  return undefined;
};

/** The path in a bag, beneath `data/`, of the ledger as it was at an entry. */
export const ledgerPath = (seq: number): string => `ledger/ledger-${seq}.json`;
