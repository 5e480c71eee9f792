import type { Calendar } from '../domain/calendar/calendar';
import type { Clock } from '../domain/calendar/clock';
import type { Instant } from '../domain/calendar/zone';
import type { Sealed } from '../domain/identity/seal';
import type { PassedOn } from '../domain/item/passed-on';
import type { Payload } from '../base/deflated';
import type { EvidenceFile } from '../domain/item/command';
import type { ItemBirth, ItemMemory } from '../domain/item/life';
import type { LifeFound } from '../domain/item/lost';
import type { ItemContext } from '../domain/item/state';
import type { DueMail } from '../domain/ladder/mailbox';
import type { Digest, MailboxPost, Post } from '../domain/ladder/notice';
import type { Sha512 } from '../base/ids';
import type { LogEntry } from '../domain/item/log';
import type { RoundHead } from '../domain/plan/plan';
import type { Births } from '../domain/round/births';
import type { LedgerRow } from '../domain/round/row';
import type { RoundEvent } from '../domain/round/event';
import type { RoundOpeningRecord } from '../domain/round/opening/opened';
import type { OpeningOrder, OpeningVerdict } from '../domain/round/opening/judge';
import type { RoundBag, RoundMemory } from '../domain/round/memory';
import type { PaperDigests, RoundPaper } from '../domain/round/papers';
import type { DueNotice } from '../domain/ladder/correspondence';

/** One mail to be sent. `ids`: every notice that it settles, the ones that it leaves out included. */
export type MailOrder = Digest & Pick<DueMail, 'ids'>;

/**
 * How a mail ended. `nothing`: all of it had been said before. `seals`: of what its mailbox is to report to each item in a
 * refused mail, by the item's workflow; absent in what workers of older versions answered.
 */
export type MailOutcome =
  | { outcome: 'sent' }
  | { outcome: 'nothing' }
  | { outcome: 'refused'; reason: string; seals?: Record<string, string> };

/** A notice that must have a receipt. */
export type ExpectedMail = DueNotice & { mailbox: string };

export type ArchiveOrder = {
  memory: Pick<ItemMemory, 'state' | 'log'>;
  context: ItemContext;
  clock: Clock;
  expected: ExpectedMail[];
  /** The round's time of archiving. */
  at: Instant;
};

export type ArchiveResult = {
  bag: string;
  archiveNumber: string;
  /** SHA-512 of the bag's tag manifest: the one figure that names everything in it. */
  manifest: string;
  missingMails: number;
};

/** A closed round whose papers the store has. */
export type RoundArchiveOrder = {
  /** As it ended. */
  head: RoundHead;
  calendar: Calendar;
  born: RoundMemory['born'];
  log: readonly LogEntry<RoundEvent>[];
  clock: Clock;
  /** The digests of its papers when they were kept. Absent in the orders of older versions. */
  digests?: PaperDigests;
  opening?: RoundOpeningRecord;
  /** The round's time of archiving. */
  at: Instant;
};

/**
 * Items to be started. `delay`: how long after its start each is to do its first task, in ms. `startedBy`: the first run
 * of their round, by which it knows them again. `told`: how many entries of each one's log their round tells others.
 */
export type ItemStarts = {
  startedBy: string;
  told?: number;
  /** Names that something else has are to be answered, not waited for; absent in the orders of older versions. */
  answersTaken?: true;
  starts: { birth: ItemBirth; delay: number }[];
};

/** The workflows of items that were not started, since something else has their names. */
export type ItemsStarted = { taken: string[] };

/** A file of evidence as the store knows it. */
export type StoredFile = Pick<EvidenceFile, 'sha512' | 'size'>;

/** What others must know of a change of an item, or of a round. */
export type ItemNews = {
  posts: Post[];
  /** Its line of the ledger, where that has changed. */
  row?: LedgerRow;
  /** What has been handed in since others were told last: from here on it is the worker's to keep. */
  evidence?: StoredFile[];
};

/** A command that a round passes on to items, by their workflows, as it was signed. */
export type PassingOn = { submission: PassedOn; to: string[] };

/**
 * A message as it came, as JSON text, with its seal if it has one. `since`: the instant, in epoch milliseconds, that tells
 * whether it may be without; now, unless given.
 */
export type SealedMessage = { kind: Sealed; json: string; seal?: string; since?: number };

/**
 * What of a message its worker cannot read: the messages at these places in it. `isWhole`: all of it, which it does not know
 * for a list of messages either; absent in what older workers noted, which then kept nothing of it. So the answer in the
 * history tells which way was taken, and no mark of its own is needed: it is that of a local activity, always of the build
 * that acts on it.
 */
export type UnreadParts = { unread: readonly number[]; isWhole?: true };

/** Whether a worker has sealed a message, and what of one that it has this worker cannot read. */
export type SealVerdict = boolean | UnreadParts;

/** What workflows ask their own worker, as local activities. */
export type SealActivities = {
  /** Which of the messages a worker has sealed for the workflow that asks, and what of them this worker cannot read. */
  checkSeals(messages: SealedMessage[]): Promise<SealVerdict[]>;
  /** Which of the messages, sealed before, this worker can read. */
  canRead(messages: Pick<SealedMessage, 'kind' | 'json'>[]): Promise<boolean[]>;
  /** The seal of what the workflow that asks continues as new with. */
  sealInput(content: string): Promise<string>;
};

/** What the workflows ask of the world outside. Every activity may be repeated. */
export type LightActivities = {
  /** Whether a round may begin, by the keys that the operator has pinned. Fails, to be tried again, where these cannot be read. */
  checkOpening(order: OpeningOrder): Promise<OpeningVerdict>;
  /** Starts items, each once. Workers of older versions answer nothing: they wait until every name is free. */
  startItems(order: Payload<ItemStarts>): Promise<ItemsStarted | undefined>;
  /** Tells everybody concerned, and the round's ledger, of items that were started with `told`. */
  tellBirths(births: Payload<Births>): Promise<void>;
  /** How the server has a life of an item, by its workflow. */
  findLife(workflow: string): Promise<LifeFound>;
  /**
   * Hands posts to people's mailboxes, starting them if necessary, and a row to the round, unless that has ended; then takes
   * over evidence that was handed in.
   */
  tell(news: Payload<ItemNews>): Promise<void>;
  /** Passes a command on to items, as their round has taken it. Those that have ended need not hear of it. */
  passOn(order: PassingOn): Promise<void>;
  /** `tell` for one post, as items of version 1 do it. */
  postToMailbox(post: MailboxPost): Promise<void>;
  /** Fails, to be tried again, until every expected mail has a receipt. */
  awaitReceipts(expected: Payload<ExpectedMail[]>): Promise<void>;
  /** Writes the item's bag, or finds it written, and reads it back. */
  archiveItem(order: Payload<ArchiveOrder>): Promise<ArchiveResult>;
  /** Keeps something of a round under its name, once, and says what it keeps. */
  keepPaper(paper: { name: string; content: Payload<RoundPaper['content']> }): Promise<Sha512>;
  /** Writes the round's bag, or finds it written, and reads it back. Fails, to be tried again, until all of it is there. */
  archiveRound(order: Payload<RoundArchiveOrder>): Promise<RoundBag>;
};

export type MailActivities = {
  /** Sends one mail and writes its receipt; what a receipt already names is not sent again. */
  sendDigest(order: Payload<MailOrder>): Promise<MailOutcome>;
};
