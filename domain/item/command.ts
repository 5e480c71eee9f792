import { z } from 'zod';
import { CivilDate } from '../calendar/civil';
import { Sha256, ItemId, ItemNumber, PersonId, Sha512 } from '../../base/ids';
import { MOST_FEN } from '../../base/money';
import { Person } from '../round/roster';
import { ResultKind } from './result-kind';
import { SIDES } from './side';
import type { Status } from './states';

/** Text with a limit of characters. What is wrong with it is said in the words of `language/`. */
export const textUpTo = (most: number) => z.string().trim().min(1, 'empty').max(most, `over-${most}`);

/** What people write: at most 10,000 characters, kept as written and made safe wherever it is shown. */
export const Written = textUpTo(10_000);

/** A file in the store, as a command names it. The file itself never passes through Temporal. */
export const EvidenceFile = z.strictObject({
  sha512: Sha512,
  /** In bytes. */
  size: z.number().int().nonnegative(),
  mediaType: z.string().regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/),
  title: textUpTo(200),
  effectiveDate: CivilDate,
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

/** Who gives a command, and when. */
export const Envelope = z.strictObject({
  /** UUID; also the Update id, so that a repeated command acts once. */
  id: z.uuid(),
  by: PersonId,
  /** The person for whom a deputy acts (代). */
  onBehalfOf: PersonId.optional(),
  /** When the person gave it, ISO 8601 with zone: real time, by the person's own clock. */
  at: z.iso.datetime({ offset: true }),
  /** The genesis of the round that it is for, see `round/opening`. Commands of older versions have none. */
  genesis: Sha256.optional(),
  /** The hash of the entry that was the last of the log when the person looked at it. Likewise. */
  seen: Sha256.optional(),
});

const envelope = {
  ...Envelope.shape,
  item: ItemId,
  /** The life of the item: 1, and one more for each reopening. */
  cycle: z.number().int().positive(),
};

/**
 * The whole records of people whom an item may not know yet: a successor with deputies and superior. They
 * are part of what is signed, so that nobody but the office brings a person, or a key, into an item.
 */
export const Newcomers = z
  .array(Person)
  .max(20)
  .refine((people) => new Set(people.map(({ id }) => id)).size === people.length, {
    message: 'has a person twice',
  });

/** The id of a notice that has been handed to a mailbox, see `ladder/notice.ts`. */
const NoticeId = z.string().min(1).max(120);

const command = <Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) =>
  z.strictObject({ ...envelope, type: z.literal(type), ...fields });

/** Everything a person can tell an item. */
export const Command = z.discriminatedUnion('type', [
  command('acknowledge', {}),
  /** Of the item, or of one measure: its owner reports of nothing else. */
  command('report-progress', { text: Written, measure: z.number().int().positive().optional() }),
  command('add-evidence', {
    measure: z.number().int().positive(),
    file: EvidenceFile,
    /** The number of the file of which this one is a newer version. */
    replaces: z.number().int().positive().optional(),
  }),
  /** Takes a file back; `evidence` is its number. It stays in the store, in the log and in the bag. */
  command('withdraw-evidence', { evidence: z.number().int().positive(), reason: Written }),
  command('complete-measure', {
    measure: z.number().int().positive(),
    result: Written,
    /** What it brought back (追缴金额), in fen: 1/100 of a yuan. */
    recoveredFen: z.number().int().positive().max(MOST_FEN).optional(),
    /** The title of the rule it produced (制度成果). */
    regulation: textUpTo(200).optional(),
  }),
  /** What the item, or a measure of it, has brought (整改成效). */
  command('record-result', {
    kind: ResultKind,
    /** Fen of money, else a count. */
    figure: z.number().int().positive().max(MOST_FEN),
    measure: z.number().int().positive().optional(),
    /** The number of the file that shows it. */
    evidence: z.number().int().positive().optional(),
    /** Who answers for the figure. */
    vouchedBy: PersonId,
    note: textUpTo(200).optional(),
  }),
  /** Gives a result another figure; without one it is withdrawn. `result` is its number. */
  command('correct-result', {
    result: z.number().int().positive(),
    figure: z.number().int().positive().max(MOST_FEN).optional(),
    reason: Written,
  }),
  command('request-closure', { summary: Written }),
  command('withdraw-closure', { reason: Written }),
  command('check-in', { text: Written }),
  command('request-extension', { newDeadline: CivilDate, reason: Written, progress: Written }),
  /** Decisions on an extension name the date that was asked for, as it was shown. */
  command('grant-extension', { newDeadline: CivilDate, opinion: Written.optional() }),
  command('refuse-extension', { newDeadline: CivilDate, opinion: Written }),
  command('approve', { evidence: Sha256, opinion: Written.optional() }),
  command('ask', { text: Written }),
  command('return', {
    opinion: Written,
    missing: z.string().trim().max(10_000, 'over-10000'),
    newDeadline: CivilDate,
  }),
  command('accept', { evidence: Sha256, opinion: Written.optional() }),
  /** Accepts the result of the stage; the item is to be sustained until a day, with check-ins. */
  command('accept-stage', { evidence: Sha256, until: CivilDate, opinion: Written.optional() }),
  command('withdraw', { reason: Written, into: ItemNumber.optional() }),
  command('reassign', { side: z.enum(SIDES), to: PersonId, people: Newcomers, note: Written }),
  command('set-deadline', { deadline: CivilDate, reason: Written }),
  command('urge', { text: Written.optional() }),
  command('resend', { to: PersonId, notice: NoticeId }),
  command('comment', { text: Written }),
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];
export const COMMAND_TYPES = Command.options.map((option) => option.shape.type.value);

/** Commands that decide: whoever comes second is told who decided, and when. */
export const DECISIONS = [
  'approve',
  'return',
  'accept',
  'accept-stage',
  'grant-extension',
  'refuse-extension',
  'withdraw',
] as const satisfies readonly CommandType[];
export type Decision = (typeof DECISIONS)[number];

export const isDecision = (type: CommandType): type is Decision =>
  (DECISIONS as readonly CommandType[]).includes(type);

/** What the item answers when a command has been carried out. Kept small, since the item remembers it. */
export type Answer = {
  command: string;
  type: CommandType;
  item: ItemId;
  cycle: number;
  by: PersonId;
  status: Status;
  deadline?: CivilDate;
  /** Sequence numbers of the log entries it caused. */
  entries: number[];
};
