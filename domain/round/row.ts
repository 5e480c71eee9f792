import { z } from 'zod';
import type { Calendar } from '../calendar/calendar';
import { CivilDate } from '../calendar/civil';
import { civilOf, Instant } from '../calendar/zone';
import { ItemId, ItemNumber, PersonId } from '../ids';
import { SIDES, type Side } from '../item/authority';
import type { ItemContext, ItemState } from '../item/state';
import { isAtWork, isInReview, isOpen, Status } from '../item/status';
import { stepsOf } from '../ladder/plan';
import { RungId, RUNGS } from '../ladder/rung';
import { numberOf } from '../ids';
import { ItemKind } from './plan';
import type { Policy } from './policy';

/** One line of the ledger (台账): what a round knows of an item. Sent by the item whenever it changes. */
export const LedgerRow = z.object({
  item: ItemId,
  cycle: z.number().int().positive(),
  /** Rows of one cycle replace those with a lower version. */
  version: z.number().int().nonnegative(),
  number: ItemNumber,
  category: z.string(),
  problem: z.string(),
  kind: ItemKind,
  section: z.string(),
  people: z.object({ handler: PersonId, leader: PersonId, acceptor: PersonId }),
  status: Status,
  assignedAt: Instant,
  originalDeadline: CivilDate.optional(),
  deadline: CivilDate.optional(),
  deadlineSetAt: Instant,
  review: z.object({ since: Instant, deadline: CivilDate }).optional(),
  reviewRound: z.number().int().positive(),
  returns: z.number().int().nonnegative(),
  measures: z.object({ complete: z.number().int(), all: z.number().int() }),
  evidence: z.number().int().nonnegative(),
  progress: z.string().optional(),
  requestedOn: CivilDate.optional(),
  approvedOn: CivilDate.optional(),
  acceptedOn: CivilDate.optional(),
  /** Rungs that the item has climbed, in the order of RUNGS. */
  climbed: z.array(RungId),
  undeliverable: z.boolean(),
  archive: z.object({ bag: z.string(), archiveNumber: z.string() }).optional(),
});
export type LedgerRow = z.infer<typeof LedgerRow>;

/** How much of a long text a row carries; the whole is in the item. */
const EXCERPT = 200;

const dates = (state: ItemState) => ({
  ...(state.request && { requestedOn: state.request.on }),
  ...(state.approval && { approvedOn: civilOf(state.approval.at) }),
  ...(state.acceptance && { acceptedOn: civilOf(state.acceptance.at) }),
});

/** The line of the ledger for an item as it is. */
export const rowOf = (state: ItemState, { planned }: ItemContext, version: number): LedgerRow => ({
  item: state.item,
  cycle: state.cycle,
  version,
  number: numberOf(state.item),
  category: planned.category,
  problem: planned.problem,
  kind: planned.kind,
  section: planned.section,
  people: state.people,
  status: state.status,
  assignedAt: state.assignedAt,
  ...(state.originalDeadline && { originalDeadline: state.originalDeadline }),
  ...(state.deadline && { deadline: state.deadline }),
  deadlineSetAt: state.deadlineSetAt,
  ...(state.review && { review: state.review }),
  reviewRound: state.reviewRound,
  returns: state.returns.length,
  measures: {
    complete: state.measures.filter((measure) => measure.completed).length,
    all: state.measures.length,
  },
  evidence: state.evidence.length,
  ...(state.progress && { progress: Array.from(state.progress.text).slice(0, EXCERPT).join('') }),
  ...dates(state),
  climbed: RUNGS.filter((rung) => state.reached.some((reached) => reached.rung === rung)),
  undeliverable: state.undeliverable,
  ...(state.archive && { archive: { bag: state.archive.bag, archiveNumber: state.archive.archiveNumber } }),
});

/** What overdue and the warning level are computed from; a row has it, and so has an item. */
export type Timed = Pick<
  LedgerRow,
  'status' | 'deadline' | 'assignedAt' | 'deadlineSetAt' | 'review' | 'requestedOn'
>;

/** The day on which the section was, or still is, measured: the day it asked for closure stops its clock. */
const measuredOn = (row: Timed, today: CivilDate): CivilDate =>
  isAtWork(row.status) ? today : (row.requestedOn ?? today);

/** Overdue (超期) is computed, never a state. An item without a deadline never is. */
export const isOverdue = (row: Timed, today: CivilDate): boolean =>
  isOpen(row.status) && row.deadline !== undefined && measuredOn(row, today) > row.deadline;

/** Closed, and asked for after its deadline. */
export const isClosedLate = (row: Timed): boolean =>
  !isOpen(row.status) && row.deadline !== undefined && (row.requestedOn ?? '') > row.deadline;

/**
 * The most severe rung whose day has come in this state (预警级别). A section that is overdue is at least at
 * that level, also on the days off before its first mail, and when its deadline had passed at the import.
 */
export const warningLevel = (
  row: Timed,
  policy: Policy,
  calendar: Calendar,
  today: CivilDate,
): RungId | undefined => {
  const reached = new Set(stepsOf(row, policy, calendar, today).map((step) => step.rung.id));
  if (isAtWork(row.status) && isOverdue(row, today)) reached.add('overdue');
  return RUNGS.findLast((rung) => reached.has(rung));
};

/** 对外口径. */
export const PUBLISHED = ['completed', 'completed-sustained', 'ongoing', 'not-completed'] as const;
export type Published = (typeof PUBLISHED)[number];

export const publishedStatus = (row: Timed & Pick<LedgerRow, 'kind'>, today: CivilDate): Published => {
  if (!isOpen(row.status)) return row.kind === 'sustained' ? 'completed-sustained' : 'completed';
  return isOverdue(row, today) ? 'not-completed' : 'ongoing';
};

/** Whom an item waits for; nobody once it is closed. */
export const awaiting = (row: Pick<LedgerRow, 'status'>): Side | undefined => {
  if (isAtWork(row.status)) return 'handler';
  if (!isInReview(row.status)) return undefined;
  return row.status === 'leader-review' ? 'leader' : 'acceptor';
};

export const awaitedPerson = (row: Pick<LedgerRow, 'status' | 'people'>): PersonId | undefined => {
  const side = awaiting(row);
  return side && row.people[side];
};

/** The side a person has in an item, if any. */
export const sideIn = (row: Pick<LedgerRow, 'people'>, person: PersonId): Side | undefined =>
  SIDES.find((side) => row.people[side] === person);
