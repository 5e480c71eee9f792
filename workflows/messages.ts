import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import { z } from 'zod';
import type { Calendar } from '../domain/calendar/calendar';
import type { Clock } from '../domain/calendar/clock';
import type { Instant } from '../domain/calendar/zone';
import type { Payload } from '../base/deflated';
import { type ItemId, PersonId, RoundId } from '../base/ids';
import type { Answer, Command } from '../domain/item/command';
import type { Sealed } from '../domain/identity/seal';
import type { Submission } from '../domain/item/identify';
import type { PassedOn } from '../domain/item/passed-on';
import type { ItemBirth, ItemMemory, ItemSchedule, ItemView } from '../domain/item/life';
import type { ItemContext } from '../domain/item/state';
import type { MailboxMemory } from '../domain/ladder/mailbox';
import type { MailboxPost, Post } from '../domain/ladder/notice';
import type { LogEntry } from '../domain/item/log';
import type { RoundAnswer, RoundCommand } from '../domain/round/command';
import type { RoundEvent } from '../domain/round/event';
import type { RoundMemory } from '../domain/round/memory';
import type { PlannedItem, RoundHead } from '../domain/plan/plan';
import { Nonce, type OpeningContent } from '../domain/round/opening/content';
import type { OpeningState } from '../domain/round/opening/opened';
import type { OpeningSigner } from '../domain/round/two-offices';
import type { Conflict } from '../domain/round/amend/conflicts';
import type { ImportUndone } from '../domain/round/undo/undone';
import type { PlanVersion } from '../domain/round/amend/standing';
import type { KeyWaiting } from '../domain/round/keys/proposals';
import type { SecondWaiting } from '../domain/round/second/asked';
import type { LedgerRow } from '../domain/round/row';
import type { Totals } from '../domain/round/totals';

/** The names under which clients start and address the workflows. Ids never change their meaning. */
export const WORKFLOWS = {
  round: 'inspectionRound',
  item: 'rectificationItem',
  mailbox: 'mailbox',
  checkpoint: 'checkpoint',
} as const;

export const TASK_QUEUE = 'rectify';

/** Mail has a queue of its own, so that a slow mail server never holds up an item. */
export const mailQueue = (taskQueue: string): string => `${taskQueue}-mail`;

const ROUND_PREFIX = 'round/';

export const roundWorkflowId = (round: RoundId): string => `${ROUND_PREFIX}${round}`;

/** The round that a workflow is named for; undefined where it has the name of none. */
export const roundIn = (workflowId: string): RoundId | undefined =>
  workflowId.startsWith(ROUND_PREFIX)
    ? RoundId.safeParse(workflowId.slice(ROUND_PREFIX.length)).data
    : undefined;

export const itemWorkflowId = (item: ItemId, cycle: number): string =>
  cycle === 1 ? `item/${item}` : `item/${item}/cycle-${cycle}`;

/** Under which the workers of a queue note their checkpoints. */
export const checkpointWorkflowId = (taskQueue: string): string => `checkpoint/${taskQueue}`;

export const mailboxWorkflowId = (mailbox: string): string => `mailbox/${mailbox}`;

/** What a mailbox tells an item about a mail that the server refused for good. */
export const Undeliverable = z.object({
  person: PersonId,
  address: z.string(),
  reason: z.string(),
  notices: z.array(z.string()),
});
export type Undeliverable = z.infer<typeof Undeliverable>;

/** What the activity that sends mail tells a mailbox whose mail the server has not taken yet. `reason`: for operators. */
export const HeldMail = z.object({ reason: z.string(), attempt: z.number().int().positive() });
export type HeldMail = z.infer<typeof HeldMail>;

/** The type of that activity's failure. */
export const HELD = 'MailHeld';

/** That of the failure of a mail that waits until an operator has seen it. Its details say which mail it is. */
export const ON_HOLD = 'MailOnHold';

/**
 * What a worker has sealed an input with. Absent in those of older versions, which nobody sealed, and of a round or mailbox
 * that begins.
 */
type SealedInput = { seal?: string };

/**
 * Items of version 2 are started with their search attributes, tell everybody of a change in one activity and keep
 * their timers; those of version 3 are sealed, and so is what they are told. What was started before goes on as it began.
 */
export type ItemInput = Omit<ItemBirth, 'context'> &
  SealedInput & {
    schemaVersion: 1 | 2 | 3;
    context: Payload<ItemContext>;
    carried?: Payload<ItemMemory>;
    /** How many entries of the log the runs before have told, or the round at its birth. Older versions had told all of it, or nothing of a birth. */
    told?: number;
  };

/** A message of another version that could not be read. */
export type UnreadMessage = { kind: Sealed; message: unknown };

/** Mailboxes of version 3 take only sealed posts. There is no version 2. */
export type MailboxInput = SealedInput & {
  schemaVersion: 1 | 3;
  mailbox: string;
  clock: Clock;
  carried?: Payload<MailboxMemory>;
  /** What no build could read yet. Absent where all was read, and in older versions. */
  unread?: Payload<UnreadMessage[]>;
};

/** What a round is opened with besides its plan; `signatures` are compact JWS of one statement, of two people or of one. */
export const RoundOpening = z.object({
  namespace: z.string(),
  nonce: Nonce,
  signatures: z.array(z.string()),
});
export type RoundOpening = z.infer<typeof RoundOpening>;

/** What the second of two is to sign: everything that the first has signed, and their signature. */
export type OpeningOffer = OpeningContent & { signatures: readonly string[] };

/** Who has opened a round, or signed a command, once two have. `from`: when that takes effect. */
export type CountersignAnswer = { round: RoundId; signers: readonly OpeningSigner[]; from?: Instant };

/**
 * Rounds of version 3 begin with their opening, and take only sealed rows. Since version 2 they start their items by an
 * activity; those that were started before start them as children.
 */
export type RoundInput = SealedInput & {
  schemaVersion: 1 | 2 | 3;
  head: RoundHead;
  /** All items of the plan: an archived one may be reopened. */
  items: Payload<PlannedItem[]>;
  calendar: Calendar;
  clock: Clock;
  opening?: RoundOpening;
  carried?: Payload<RoundMemory>;
  /** As that of a mailbox. */
  unread?: Payload<UnreadMessage[]>;
};

export type RoundView = {
  head: RoundHead;
  calendar: Calendar;
  clock: Clock;
  now: Instant;
  /** Absent in rounds of older versions. */
  opening?: OpeningState;
  /** New keys that wait. Absent where none does. */
  keys?: KeyWaiting[];
  /** Other commands that wait for a second signature, and what items could not take. Absent where there are none. */
  seconds?: SecondWaiting[];
  conflicts?: Conflict[];
  /** That its import was undone, if it was. */
  undone?: ImportUndone;
};
export type RoundLedger = RoundView & { rows: LedgerRow[]; totals: Totals };

/** Shows a workflow that a worker sent the signal (seals.ts); signals of older versions have none. */
type Seal = string;

/** Tells an item what a person decided. Refused by its validator, with the reason, when it may not be done. */
export const commandUpdate = defineUpdate<Answer, [Submission<Command>]>('command');
/**
 * Passes on to an item a command to its round, as it was signed; the item checks it again. Histories know it as
 * `heard`.
 */
export const roundCommandSignal = defineSignal<[PassedOn, Seal?]>('heard');
export const viewQuery = defineQuery<Payload<ItemView>>('view');
export const scheduleQuery = defineQuery<Payload<ItemSchedule>>('schedule');
export const undeliverableSignal = defineSignal<[Undeliverable, Seal?]>('undeliverable');
/** Asks an item to report its line of the ledger anew. It says nothing, so that anybody may ask. */
export const reportUpdate = defineUpdate('report');
/** The type of the failure of an item that was asked a moment ago. The first detail: when it may be asked again, in epoch milliseconds. */
export const REPORTED_LATELY = 'ReportedLately';

export const postsSignal = defineSignal<[Payload<Post[]>, Seal?]>('posts');
/** One of them, as it was before posts were gathered. */
export const postSignal = defineSignal<[MailboxPost, Seal?]>('post');
export const heldSignal = defineSignal<[HeldMail, Seal?]>('held');
export const mailboxQuery = defineQuery<Payload<MailboxMemory>>('mailbox');

/** Tells a round what concerns more than one item, or one that has ended. */
export const roundCommandUpdate = defineUpdate<RoundAnswer, [Submission<RoundCommand>]>('command');
export const rowsSignal = defineSignal<[Payload<LedgerRow[]>, Seal?]>('rows');
/** One of them, as items of version 1 report it. */
export const rowSignal = defineSignal<[LedgerRow, Seal?]>('row');
export const roundQuery = defineQuery<RoundView>('round');
export const ledgerQuery = defineQuery<Payload<RoundLedger>>('ledger');
export const totalsQuery = defineQuery<Totals>('totals');
export const roundLogQuery = defineQuery<Payload<LogEntry<RoundEvent>[]>>('log');
/** The plan as it stands. */
export const planQuery = defineQuery<Payload<PlanVersion>>('plan');
/** Gives the opening of a round, or a command that takes two, its second signature: a compact JWS of what the first has signed. */
export const countersignUpdate = defineUpdate<CountersignAnswer, [string]>('countersign');
export const openingQuery = defineQuery<Payload<OpeningOffer>>('opening');
