import { z } from 'zod';
import { CivilDate } from '../calendar/civil';
import { Clock } from '../calendar/clock';
import { Instant } from '../calendar/zone';
import { hashOf } from '../../base/hash';
import { BodyId, ItemId, ItemNumber, PersonId, RoundId, Sha256 } from '../../base/ids';
import { DECISIONS } from '../item/command';
import { Status } from '../item/states';
import { Language, MailAddress } from '../round/roster';
import { Difference } from '../round/amend/difference';
import { Judged } from './judged';
import { RoundLine } from './round-notice';
import { NoticeRung } from './measure-rung';

/** The events of an item that people are told of. */
export const FACT_KINDS = [
  'assigned',
  'reopened',
  'restored',
  'closure-requested',
  'closure-withdrawn',
  'extension-requested',
  'extension-granted',
  'extension-refused',
  'approved',
  'approval-voided',
  'asked',
  'returned',
  'accepted',
  'stage-accepted',
  'checked-in',
  'sustaining-ended',
  'withdrawn',
  'import-undone',
  'undo-refused',
  'reassigned',
  'deadline-set',
  'amended',
  'urged',
  'commented',
  'resent',
  'proposal-issued',
  'calendar-changed',
  'archived',
  'undeliverable',
  'you-decided',
  'measures-assigned',
  'assisting',
  'measure-reported',
  'helper-replaced',
] as const;
export const FactKind = z.enum(FACT_KINDS);
export type FactKind = z.infer<typeof FactKind>;

/** Events whose fact has another name. */
const FACT_OF_EVENT: ReadonlyMap<string | undefined, FactKind> = new Map([
  ['mail-undeliverable', 'undeliverable'],
  ['proposal-dropped', 'you-decided'],
  ['progress-reported', 'measure-reported'],
]);

/** The fact as which an event of an item is told; undefined where nobody is told of it. */
export const factOf = (event: string | undefined): FactKind | undefined =>
  FACT_OF_EVENT.get(event) ?? FactKind.safeParse(event).data;

/** The commands that are confirmed to whoever has given them: all that decide, in an item or in its round. */
export const CONFIRMED = [...DECISIONS, 'reopen', 'issue-proposal', 'drop-proposal'] as const;

/** A decision, as it is confirmed. */
export const Decided = z.object({
  command: z.enum(CONFIRMED),
  at: Instant,
  /** How the name of the key begins that has signed it; absent where the person was taken at their word. */
  key: z.string().max(8).optional(),
  /** For the author, in whose name they decided; for that person, who did. By name. */
  principal: z.string().optional(),
  deputy: z.string().optional(),
});
export type Decided = z.infer<typeof Decided>;

/** What a mail says of a measure: the beginning of its text, and its own date. */
export const MeasureBrief = z.object({
  no: z.number().int().positive(),
  text: z.string(),
  date: CivilDate.optional(),
});
export type MeasureBrief = z.infer<typeof MeasureBrief>;

/** Something that happened, to be told exactly once. */
export const Fact = z.object({
  /** Item, cycle and event number: `2021-03/1.2/c1#7`. */
  id: z.string().min(1),
  kind: FactKind,
  /** When it goes out. */
  slot: Instant,
  /** Copy only: the reader need not act. */
  cc: z.boolean(),
  /** Who caused it, by name. */
  by: z.string().optional(),
  /** What that person wrote, its beginning on one line: the opinion, the summary, the server's reply. */
  text: z.string().optional(),
  /** For a return: what is still missing. */
  missing: z.string().optional(),
  /** A date that is asked for, or that has been given. */
  date: CivilDate.optional(),
  /** The rung whose notice is sent again, or whose proposal was issued. */
  rung: NoticeRung.optional(),
  /** For a reassignment: the name of who has the work now, and who had it, where that was the handler. */
  successor: z.string().optional(),
  from: PersonId.optional(),
  /** What an amendment of the plan changes; of many the first. Texts are beginnings on one line. */
  changes: z.array(Difference).optional(),
  /** What the reader is asked to judge. Absent in the posts of older versions, and where a mail has no room to list it. */
  judged: Judged.optional(),
  /** For the confirmation of a decision. */
  decided: Decided.optional(),
  /** The measures that it is about. */
  measures: z.array(MeasureBrief).optional(),
  /** The sections for which its reader hears of the item. */
  sections: z.array(z.string()).optional(),
});
export type Fact = z.infer<typeof Fact>;

/** Something to be told at `slot` unless the item's state changes before. */
export const Reminder = z.object({
  /** Item, cycle, rung and day: `2021-03/1.2/c1@overdue/2021-07-01`; of measure 3 `…@measure-due.3/…`. */
  id: z.string().min(1),
  rung: NoticeRung,
  slot: Instant,
  /** Of what is proposed about persons, to somebody who does not decide on it: copy only. */
  cc: z.literal(true).optional(),
  /** Of a rung for measures. */
  measure: MeasureBrief.optional(),
});
export type Reminder = z.infer<typeof Reminder>;

const Named = z.object({ id: PersonId, name: z.string() });

/** What a mail says of an item. */
export const ItemBrief = z.object({
  /** The Temporal workflow of this life of the item. */
  workflow: z.string().min(1),
  item: ItemId,
  cycle: z.number().int().positive(),
  round: RoundId,
  roundTitle: z.string(),
  number: ItemNumber,
  problem: z.string(),
  status: Status,
  /** Absent: 未设时限. */
  deadline: CivilDate.optional(),
  reviewDeadline: CivilDate.optional(),
  /** The next check-in of a sustained item. */
  checkIn: CivilDate.optional(),
  /** A date rests on a year without a published holiday schedule (暂定). */
  provisional: z.boolean(),
  /** Which of its dates do. Absent in the posts of older versions: then all may. */
  provisionalDates: z.array(CivilDate).optional(),
  people: z.object({ handler: Named, leader: Named, acceptor: Named }),
  section: z.string(),
  /** Who owns its open measures, where that is not the handler alone and owners are asked. */
  owners: z.array(PersonId).optional(),
  /** How long its log is, and the hash of its last entry: whoever gets the mail holds evidence of it. Absent in older posts. */
  log: z.object({ entries: z.number().int().positive(), head: Sha256 }).optional(),
});
export type ItemBrief = z.infer<typeof ItemBrief>;

/** Where a mailbox delivers to. */
export const Addressee = z.object({
  person: PersonId,
  name: z.string(),
  address: MailAddress,
  language: Language,
  /** In whose rounds they are: a person of another body is somebody else. Absent where the plan names none, and in older versions. */
  body: BodyId.optional(),
  /** It is an address that the person had before: what goes there has a mailbox of its own. */
  former: z.literal(true).optional(),
});
export type Addressee = z.infer<typeof Addressee>;

/**
 * What an item tells one person's mailbox. `reminders` is the whole list of what is still to come, and
 * replaces every list with a lower version; `facts` are added, each id once. Idempotent and order-free.
 */
export const MailboxPost = z.object({
  schemaVersion: z.literal(1),
  clock: Clock,
  to: Addressee,
  brief: ItemBrief,
  facts: z.array(Fact),
  reminders: z.object({ version: z.number().int().nonnegative(), list: z.array(Reminder) }),
});
export type MailboxPost = z.infer<typeof MailboxPost>;

/** What a round tells one person's mailbox, each fact once. Idempotent and order-free. */
export const RoundPost = z.object({
  schemaVersion: z.literal(1),
  clock: Clock,
  to: Addressee,
  rounds: z.array(RoundLine),
});
export type RoundPost = z.infer<typeof RoundPost>;

/** Whatever a mailbox takes. */
export type Post = MailboxPost | RoundPost;

/** A mail prints so many lines of a group in full; the rest is a table. */
export const LINES_IN_FULL = 50;

/** One line of a mail. */
export type DigestLine = { brief: ItemBrief } & ({ fact: Fact } | { reminder: Reminder });

/** Everything one mail says: all that one person's slot holds. */
export type Digest = {
  mailbox: string;
  to: Addressee;
  /** Instant (round's time) that names the mail, with its part. */
  slot: Instant;
  lines: DigestLine[];
  /** What it says of rounds themselves. Absent where it says nothing of them. */
  rounds?: RoundLine[];
  drill?: string;
};

export const lineId = (line: DigestLine): string => ('fact' in line ? line.fact.id : line.reminder.id);

/** Whose mailbox it is: an id is unique within a body. */
type Owner = { person: PersonId; body?: BodyId | undefined };

/** The mailbox of a person of a body, e.g. `zhang.some-bureau`; a drill has its own, since its clock is another. */
export const mailboxName = ({ person, body }: Owner, clock: Clock): string => boxNamed(person, body, clock);

const boxNamed = (name: string, body: BodyId | undefined, { drill }: Clock): string =>
  `${name}${body === undefined ? '' : `.${body}`}${drill === undefined ? '' : `@${drill}`}`;

/** Whose mailbox has a name; the inverse of `mailboxName`. */
export const ownerOf = (mailbox: string): string => mailbox.split(/[.@~]/)[0] ?? mailbox;

/** The mailbox that delivers to an address: the person's own, or that of an address which they had before. */
export const mailboxOf = ({ person, body, address, former }: Addressee, clock: Clock): string =>
  former
    ? boxNamed(`${person}~${hashOf(address).slice(0, 12)}`, body, clock)
    : mailboxName({ person, body }, clock);

/** A slot as written in file names and Message-IDs: `20210506T003000Z`, in UTC. */
export const slotName = (slot: Instant): string => new Date(slot).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** A notice that a mail settles, with the item or the round that caused it. */
const Settled = z.union([
  z.strictObject({ id: z.string(), item: ItemId }),
  z.strictObject({ id: z.string(), round: RoundId }),
]);

/** What a receipt says: the mail server took (or refused for good) this mail, or operators have dropped it while it was on hold. */
const settled = {
  mailbox: z.string(),
  slot: Instant,
  part: z.number().int().positive(),
  messageId: z.string(),
  to: z.string(),
  subject: z.string(),
  /** Real time at which the server answered, or the mail was dropped, epoch milliseconds. */
  at: Instant,
  /** What the server said; for a mail that was dropped, who did it and why. */
  response: z.string(),
  outcome: z.enum(['sent', 'refused', 'dropped']),
  notices: z.array(Settled),
};

/** A receipt as older versions wrote it: anybody could have. */
const UnsealedReceipt = z.object({
  schemaVersion: z.literal(1),
  ...settled,
  notices: z.array(z.object({ id: z.string(), item: ItemId })),
});
export type UnsealedReceipt = z.infer<typeof UnsealedReceipt>;

/** A receipt with the SHA-256 of its `.eml`, and the seal of the worker that sent the mail over all the rest. */
const SealedReceipt = z.strictObject({
  schemaVersion: z.literal(2),
  ...settled,
  eml: Sha256,
  seal: z.string(),
});
export type SealedReceipt = z.infer<typeof SealedReceipt>;

/** A receipt of the store. */
export const Receipt = z.discriminatedUnion('schemaVersion', [UnsealedReceipt, SealedReceipt]);
export type Receipt = z.infer<typeof Receipt>;

/** Where the store keeps the receipt of a mail; its `.eml` lies beside it. */
export const receiptName = (mailbox: string, slot: Instant, part: number): string =>
  `mail/${mailbox}/${slotName(slot)}${part > 1 ? `~${part}` : ''}.json`;
