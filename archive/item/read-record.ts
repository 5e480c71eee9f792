import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { z } from 'zod';
import { Instant } from '../../domain/calendar/zone';
import type { Evidence } from '../../domain/evidence/manifest';
import { KeyRing } from '../../domain/identity';
import { ItemId, PersonId, Sha256 } from '../../base/ids';
import { EvidenceFile } from '../../domain/item/command';
import type { Event } from '../../domain/item/event';
import type { Author, LogEntry } from '../../domain/item/log';
import { Receipt } from '../../domain/ladder/notice';
import { ItemOpeningFile, OPENING_FILE } from '../opening';
import { decode, LARGEST, parseAs, type Read } from './foreign';
import type { RecordFault } from './record-fault';

/** The files of a record that has neither evidence nor mails, by their paths in a bag. */
export const RECORD = {
  page: 'data/index.html',
  item: 'data/item.json',
  log: 'data/log.ndjson',
  policy: 'data/policy.json',
  calendar: 'data/calendar.json',
  people: 'data/people.json',
  evidence: 'data/evidence.json',
} as const;

export const EVIDENCE_FOLDER = 'data/evidence/';
export const MAIL_FOLDER = 'data/mail/';

const READ: readonly string[] = [...Object.values(RECORD), OPENING_FILE];

export const isReceipt = (path: string): boolean => path.startsWith(MAIL_FOLDER) && path.endsWith('.json');
export const isMail = (path: string): boolean => path.startsWith(MAIL_FOLDER) && path.endsWith('.eml');

/** True for a file of a bag that has to be read for the check; all others are known by their hash. */
export const isRead = (path: string): boolean => READ.includes(path) || isReceipt(path) || isMail(path);

/** Of a log full of rubbish the first lines are enough. */
const MOST_LINES_NAMED = 20;

/** Events are checked only where they are used: a bag may be of a version that knew others. */
const AnyEvent = z.custom<Event>((event) => z.looseObject({ type: z.string() }).safeParse(event).success);

/** Whoever looks for signatures finds a text in each. */
const AnAuthor = z
  .looseObject({ identity: z.string() })
  .refine(({ identity, jws }) => identity !== 'signed' || typeof jws === 'string', { path: ['jws'] });

const AnEntry: z.ZodType<LogEntry> = z.looseObject({
  seq: z.number().int(),
  at: Instant,
  author: z.exactOptional(z.custom<Author>((author) => AnAuthor.safeParse(author).success)),
  event: AnyEvent,
  prev: Sha256,
  hash: Sha256,
});

const SomeEvidence: z.ZodType<Evidence> = EvidenceFile.extend({
  measure: z.number().int().positive(),
  by: PersonId,
  at: Instant,
  replaces: z.exactOptional(z.number().int().positive()),
  withdrawn: z.exactOptional(z.looseObject({ by: PersonId, at: Instant, reason: z.string() })),
}).loose();

const life = { item: ItemId, cycle: z.number().int().positive() };
const Born = z.looseObject({ policy: z.string(), calendar: z.string() });
const RecordedItem = z.looseObject({
  ...life,
  born: Born.optional(),
  evidence: z.array(SomeEvidence),
  planned: z.unknown(),
  firstPlanned: z.unknown().optional(),
});
const RecordedManifest = z.looseObject({
  ...life,
  hash: Sha256,
  files: z.array(SomeEvidence),
  paths: z.record(z.string(), z.string()),
});
export const Versioned = z.looseObject({ version: z.string() });
export const RecordedPolicy = Versioned.extend({ identity: z.string().optional() });
export const RecordedPeople = z.looseObject({
  people: z.array(z.looseObject({ id: PersonId, keys: KeyRing.optional() })),
});

/** A bag as it is found: `info` is `bag-info.txt`, `payload` the SHA-512 of every file under `data/`. */
export type BagContent = {
  info: readonly (readonly [label: string, value: string])[];
  payload: ReadonlyMap<string, string>;
  /** What `isRead` asks for, by path. Of a file larger than `LARGEST` one octet more is enough. */
  files: ReadonlyMap<string, Uint8Array>;
};

/** The record in a bag. A part that is missing or malformed is undefined. */
export type RecordContent = Pick<BagContent, 'info' | 'payload'> & {
  item: z.infer<typeof RecordedItem> | undefined;
  log: readonly LogEntry[] | undefined;
  policy: z.infer<typeof RecordedPolicy> | undefined;
  calendar: z.infer<typeof Versioned> | undefined;
  people: z.infer<typeof RecordedPeople> | undefined;
  evidence: z.infer<typeof RecordedManifest> | undefined;
  opening: z.infer<typeof ItemOpeningFile> | undefined;
  receipts: readonly (readonly [path: string, receipt: Receipt])[];
  page: string | undefined;
  /** The Message-ID of each mail, by path; none where it has none. */
  mails: readonly (readonly [path: string, messageId: string | undefined])[];
  /** The SHA-256 of each mail that was read to its end, by path. */
  mailHashes: ReadonlyMap<string, string>;
};

/** Called with each file that cannot be read as what it should be. */
export type Complain = (fault: Extract<RecordFault, { type: 'record-malformed' }>) => void;

const ifWell = <T>(read: Read<T>, place: { file: string; line?: number }, complain: Complain) => {
  if ('value' in read) return read.value;
  complain({ type: 'record-malformed', ...place, ...read.malformed });
  return undefined;
};

/** The text of a file; undefined where it is not there or, with a complaint, not text. */
export const textOf = ({ files }: BagContent, file: string, complain: Complain): string | undefined => {
  const bytes = files.get(file);
  return bytes && ifWell(decode(bytes), { file }, complain);
};

/** The Message-ID in the head of a mail (RFC 5322), which may be on the line after its name. */
const messageIdIn = (mail: Uint8Array): string | undefined => {
  const [head = ''] = new TextDecoder().decode(mail).split(/\r?\n\r?\n/, 1);
  return /^message-id:\s*(<[^<>\s]+>)[ \t]*$/im.exec(head)?.[1];
};

/** The log at a path of a bag; undefined where a line of it is malformed. */
export const readLog = (bag: BagContent, file: string, complain: Complain): LogEntry[] | undefined => {
  const text = textOf(bag, file, complain);
  if (text === undefined) return undefined;
  const log: LogEntry[] = [];
  let malformed = 0;
  for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
    const entry = ifWell(parseAs(AnEntry, line), { file, line: index + 1 }, complain);
    if (entry) log.push(entry);
    else malformed += 1;
    if (malformed === MOST_LINES_NAMED) break;
  }
  return malformed === 0 ? log : undefined;
};

/** Reads a file of JSON; undefined, with a complaint, where it does not fit the schema. */
export const readerOf =
  (bag: BagContent, complain: Complain) =>
  <T>(schema: z.ZodType<T>, file: string): T | undefined => {
    const text = textOf(bag, file, complain);
    return text === undefined ? undefined : ifWell(parseAs(schema, text), { file }, complain);
  };

/** Reads the record of a bag, whatever its files hold. Never throws: what cannot be read is named. */
export const readRecord = (bag: BagContent): { record: RecordContent; faults: RecordFault[] } => {
  const faults: RecordFault[] = [];
  const complain: Complain = (fault) => void faults.push(fault);
  const read = readerOf(bag, complain);
  const record = {
    info: bag.info,
    payload: bag.payload,
    item: read(RecordedItem, RECORD.item),
    log: readLog(bag, RECORD.log, complain),
    policy: read(RecordedPolicy, RECORD.policy),
    calendar: read(Versioned, RECORD.calendar),
    people: read(RecordedPeople, RECORD.people),
    evidence: read(RecordedManifest, RECORD.evidence),
    opening: read(ItemOpeningFile, OPENING_FILE),
    receipts: [...bag.files.keys()].filter(isReceipt).flatMap((path) => {
      const receipt = read(Receipt, path);
      return receipt ? [[path, receipt] as const] : [];
    }),
    page: textOf(bag, RECORD.page, complain),
    mails: [...bag.files].flatMap(([path, mail]) =>
      isMail(path) ? [[path, messageIdIn(mail)] as const] : [],
    ),
    mailHashes: new Map(
      [...bag.files]
        .filter(([path, mail]) => isMail(path) && mail.length <= LARGEST)
        .map(([path, mail]) => [path, bytesToHex(sha256(mail))]),
    ),
  };
  return { record, faults };
};
