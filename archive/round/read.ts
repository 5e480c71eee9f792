import { z } from 'zod';
import { CivilDate } from '../../domain/calendar/civil';
import { Instant } from '../../domain/calendar/zone';
import { ItemId, ItemNumber, RoundId, Sha256, Sha512 } from '../../base/ids';
import type { LogEntry } from '../../domain/item/log';
import type { RoundEvent } from '../../domain/round/event';
import { LedgerRow } from '../../domain/round/row';
import {
  type BagContent,
  type Complain,
  readerOf,
  RecordedPeople,
  RecordedPolicy,
  textOf,
  Versioned,
} from '../item/read-record';
import { OPENING_FILE, RoundOpeningFile } from '../opening';
import type { RoundFault } from './record-fault';
import { LEDGER_FOLDER, ROUND_RECORD } from './paths';
import { readRoundLog } from './read-log';

const Counted = z.looseObject({ items: z.number(), byPublished: z.record(z.string(), z.number()) });

/** A ledger in a bag, and in the store until the bag is written. */
export const RecordedLedger = z.looseObject({
  round: RoundId,
  entry: z.object({ seq: z.number().int(), hash: Sha256 }),
  at: Instant,
  totals: Counted,
  rows: z.array(LedgerRow),
});

const Summary = z.looseObject({
  round: RoundId,
  title: z.string(),
  body: z.string(),
  feedback: CivilDate,
  concentratedUntil: CivilDate,
  born: z.looseObject({ policy: z.string(), calendar: z.string() }),
  archiveNumber: z.string(),
  drill: z.string().optional(),
  totals: Counted,
  items: z.array(z.looseObject({ item: ItemId, cycle: z.number() })),
});

const Head = z.looseObject({
  round: RoundId,
  title: z.string(),
  body: z.string(),
  feedback: CivilDate,
  concentratedUntil: CivilDate,
  policy: RecordedPolicy,
  roster: RecordedPeople,
});

/** The plan in the store, and in the bag. */
export const RecordedPlan = Head.extend({ items: z.array(z.looseObject({ number: ItemNumber })) });

const Documents = z.looseObject({ documents: z.array(z.looseObject({ path: z.string() })) });
const Bags = z.looseObject({
  bags: z.array(
    z.looseObject({
      item: ItemId,
      cycle: z.number().int().positive(),
      bag: z.string(),
      archiveNumber: z.string(),
      manifest: Sha512,
    }),
  ),
});

/** The record in the bag of a round. A part that is missing or malformed is undefined. */
export type RoundContent = Pick<BagContent, 'info' | 'payload'> & {
  round: z.infer<typeof Summary> | undefined;
  planImported: z.infer<typeof RecordedPlan> | undefined;
  planInForce: z.infer<typeof Head> | undefined;
  log: readonly LogEntry<RoundEvent>[] | undefined;
  policy: z.infer<typeof RecordedPolicy> | undefined;
  calendar: z.infer<typeof Versioned> | undefined;
  people: z.infer<typeof RecordedPeople> | undefined;
  ledger: z.infer<typeof RecordedLedger> | undefined;
  /** By their paths. */
  ledgers: readonly (readonly [path: string, ledger: z.infer<typeof RecordedLedger>])[];
  documents: z.infer<typeof Documents> | undefined;
  bags: z.infer<typeof Bags> | undefined;
  opening: z.infer<typeof RoundOpeningFile> | undefined;
  page: string | undefined;
};

/** Reads the record of a round, whatever the files of its bag hold. Never throws: what cannot be read is named. */
export const readRound = (bag: BagContent): { record: RoundContent; faults: RoundFault[] } => {
  const faults: RoundFault[] = [];
  const complain: Complain = (fault) => void faults.push(fault);
  const read = readerOf(bag, complain);
  const log = readRoundLog(bag, complain);
  const ledgers = [...bag.files.keys()].filter((path) => path.startsWith(LEDGER_FOLDER));
  const record = {
    info: bag.info,
    payload: bag.payload,
    log,
    round: read(Summary, ROUND_RECORD.round),
    planImported: read(RecordedPlan, ROUND_RECORD.planImported),
    planInForce: read(Head, ROUND_RECORD.planInForce),
    policy: read(RecordedPolicy, ROUND_RECORD.policy),
    calendar: read(Versioned, ROUND_RECORD.calendar),
    people: read(RecordedPeople, ROUND_RECORD.people),
    ledger: read(RecordedLedger, ROUND_RECORD.ledger),
    ledgers: ledgers.flatMap((path) => {
      const ledger = read(RecordedLedger, path);
      return ledger ? [[path, ledger] as const] : [];
    }),
    documents: read(Documents, ROUND_RECORD.documents),
    bags: read(Bags, ROUND_RECORD.bags),
    opening: read(RoundOpeningFile, OPENING_FILE),
    page: textOf(bag, ROUND_RECORD.page, complain),
  };
  return { record, faults };
};
