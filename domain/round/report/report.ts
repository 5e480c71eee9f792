import { z } from 'zod';
import { ItemNumber } from '../../../base/ids';
import { CivilDate } from '../../calendar/civil';
import { Status } from '../../item/states';
import { TASKS } from '../task';

/** How often a report comes. */
export const REPORT_KINDS = ['weekly', 'monthly'] as const;
export const ReportKind = z.enum(REPORT_KINDS);
export type ReportKind = z.infer<typeof ReportKind>;

/** A report is one page: no list is longer, and says how many more there are. */
export const LISTED = 15;

/** From the first day to the last, both included. */
export const Period = z.object({ from: CivilDate, to: CivilDate });
export type Period = z.infer<typeof Period>;

/**
 * What one report is compared with in the next. `open`, `closed` and `withdrawn` are all items; `returns` and `extensions`
 * are counted since the round began.
 */
export const ReportFigures = z.object({
  items: z.number().int(),
  open: z.number().int(),
  inReview: z.number().int(),
  overdue: z.number().int(),
  closed: z.number().int(),
  withdrawn: z.number().int(),
  returns: z.number().int(),
  extensions: z.number().int(),
});
export type ReportFigures = z.infer<typeof ReportFigures>;
export const FIGURES = ReportFigures.keyof().options;

const line = { number: ItemNumber, problem: z.string() };

/** Done in the period; a stage accepted is not closed yet. `late`: asked for after its deadline. */
export const DoneLine = z.object({
  ...line,
  how: z.enum(['closed', 'stage-accepted', 'withdrawn']),
  on: CivilDate,
  late: z.boolean(),
});
export type DoneLine = z.infer<typeof DoneLine>;

/** What moved an item in the period, and when. */
export const Move = z.object({
  what: z.enum(['closure-requested', 'approved', 'returned', 'deadline-set']),
  on: CivilDate,
});
export type Move = z.infer<typeof Move>;

/** `deadline`: the one that counts now; `original`: the first, where it is another. */
export const MovedLine = z.object({
  ...line,
  status: Status,
  moves: z.array(Move),
  deadline: CivilDate.optional(),
  original: CivilDate.optional(),
  extensions: z.number().int(),
  returns: z.number().int(),
});
export type MovedLine = z.infer<typeof MovedLine>;

/** Whom an item waits for, and for what. */
export const WaitedFor = z.object({ name: z.string(), task: z.enum(TASKS) });

/** Past a date, and why as far as the ledger tells. `due`: the date; `days`: calendar days past it. */
export const LateLine = z.object({
  ...line,
  status: Status,
  due: CivilDate,
  days: z.number().int(),
  waitsFor: z.array(WaitedFor),
  /** The day until which an extension is asked for, undecided. */
  asksUntil: CivilDate.optional(),
  returns: z.number().int(),
  undeliverable: z.boolean(),
  /** The beginning of what was reported last; absent where nothing was. */
  progress: z.string().optional(),
});
export type LateLine = z.infer<typeof LateLine>;

export const DueLine = z.object({
  ...line,
  status: Status,
  due: CivilDate,
  waitsFor: z.array(WaitedFor),
});
export type DueLine = z.infer<typeof DueLine>;

/** The first lines of a list, and how many it has. */
const listOf = <T extends z.ZodType>(one: T) => z.object({ all: z.number().int(), first: z.array(one) });

/** One page on how a round stands (周报、月报), in no language yet. */
export const Report = z.object({
  kind: ReportKind,
  ...Period.shape,
  /** The day on which it was made. */
  today: CivilDate,
  figures: ReportFigures,
  /** The last report of its kind, if there is one. */
  last: z.object({ ...Period.shape, figures: ReportFigures }).optional(),
  done: listOf(DoneLine),
  moved: listOf(MovedLine),
  late: listOf(LateLine),
  /** Falls due until `dueUntil`, today included. */
  due: listOf(DueLine),
  dueUntil: CivilDate,
  /** Of the dates in it, those of a year whose holidays are not known (暂定). */
  provisional: z.array(CivilDate),
});
export type Report = z.infer<typeof Report>;
