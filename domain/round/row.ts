import { z } from 'zod';
import type { Calendar } from '../calendar/calendar';
import { CivilDate } from '../calendar/civil';
import { civilOf, Instant } from '../calendar/zone';
import { currentEvidence } from '../evidence/versions';
import { asWritten } from '../../base/as-written';
import { ItemId, ItemNumber, PersonId } from '../../base/ids';
import { ResultKind } from '../item/result-kind';
import { resultsOf } from '../item/results';
import { DECIDERS, type Side, SIDES } from '../item/side';
import { ownedMeasures } from '../item/helping';
import { extensionsUsed, type ItemContext, type ItemState, pendingExtension } from '../item/state';
import { isAtWork, isInReview, Status } from '../item/states';
import { stepsOf } from '../ladder/plan';
import { pressingDate } from '../ladder/pressing';
import { Proposal, RungId, RUNGS } from '../ladder/rung';
import { worstRung } from '../ladder/severity';
import type { Urgency } from '../ladder/urgency';
import { numberOf } from '../../base/ids';
import { Priority } from '../plan/about';
import { ItemKind, type RoundHead } from '../plan/plan';
import { AmendmentFault } from './amend/amendment';
import { LogHead, LogWentBack } from './log-head';
import type { Policy } from './policy';
import type { Published } from './published';
import { WORK } from './work';

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
  priority: Priority.optional(),
  tags: z.array(z.string()).optional(),
  section: z.string(),
  people: z.object({ handler: PersonId, leader: PersonId, acceptor: PersonId }),
  /** Who has acted for which side: a successor in the whole round must not have acted for another. */
  acted: z.array(z.object({ person: PersonId, side: z.enum(SIDES) })),
  status: Status,
  assignedAt: Instant,
  originalDeadline: CivilDate.optional(),
  deadline: CivilDate.optional(),
  deadlineSetAt: Instant,
  review: z.object({ since: Instant, deadline: CivilDate }).optional(),
  /** How many extensions were granted, and the one that is still to be decided. */
  extensions: z.number().int().nonnegative(),
  extension: z.object({ newDeadline: CivilDate, decider: z.enum(DECIDERS) }).optional(),
  sustaining: z.object({ since: Instant, until: CivilDate, checkIn: CivilDate.optional() }).optional(),
  reviewRound: z.number().int().positive(),
  returns: z.number().int().nonnegative(),
  measures: z.object({ complete: z.number().int(), all: z.number().int() }),
  /** Open measures that others than the handler own, where owners are asked; absent where there is none. */
  owned: z
    .array(z.object({ no: z.number().int(), owner: PersonId, deadline: CivilDate.optional() }))
    .optional(),
  /** Current files: a replaced version does not count. */
  evidence: z.number().int().nonnegative(),
  /** What it has brought (整改成效), fen of money, else a count; absent where no result was recorded. */
  resultTotals: z.partialRecord(ResultKind, z.number().int().positive()).optional(),
  progress: z.string().optional(),
  requestedOn: CivilDate.optional(),
  approvedOn: CivilDate.optional(),
  stageAcceptedOn: CivilDate.optional(),
  acceptedOn: CivilDate.optional(),
  withdrawnOn: CivilDate.optional(),
  /** The item into which this one was merged (并案). */
  mergedInto: ItemNumber.optional(),
  /** Rungs that the item has climbed, in the order of RUNGS. */
  climbed: z.array(RungId),
  /** Steps about persons that the system has proposed, and how somebody decided. */
  proposals: z.array(
    z.object({
      rung: Proposal,
      day: CivilDate,
      outcome: z.enum(['issued', 'dropped']).optional(),
      number: z.string().optional(),
    }),
  ),
  undeliverable: z.boolean(),
  /** Of an item that an amendment has added: the version of the plan that has it first, and the item that it was split from. */
  added: z.object({ version: z.number().int().positive(), splitFrom: ItemNumber.optional() }).optional(),
  /** The version of the plan that it has last heard of, how often it was amended, and why it could not be, if it could not. */
  amendment: z
    .object({
      version: z.number().int().positive(),
      times: z.number().int().nonnegative(),
      refused: z
        .object({ fault: AmendmentFault, measure: z.number().int().positive().optional() })
        .optional(),
    })
    .optional(),
  /** It was withdrawn with its whole round, whose import was undone. */
  undone: z.literal(true).optional(),
  /** What kept it from that. */
  undoRefused: z.array(z.enum(WORK)).optional(),
  /** What it could not take, by versions of the plan, the last ones: the round may not have heard of some. Older items do not tell. */
  refusals: z
    .array(
      z.object({
        version: z.number().int().positive(),
        fault: AmendmentFault,
        measure: z.number().int().positive().optional(),
      }),
    )
    .optional(),
  /** `manifest`: SHA-512 of the bag's tag manifest; an item of an older version has not told it. */
  archive: z
    .object({ bag: z.string(), archiveNumber: z.string(), manifest: z.string().optional() })
    .optional(),
  /** How far the item's log went when it reported, archived items without that note; older items do not tell. */
  logHead: LogHead.optional(),
  /** What was done with it and then refused or taken back; absent where nothing was, older items do not tell. */
  former: z.array(z.enum(WORK)).optional(),
  /** Noted by the round, for ever; what an item says here does not count. */
  logWentBack: LogWentBack.optional(),
});
export type LedgerRow = z.infer<typeof LedgerRow>;

/** What the rows of older versions do not tell. */
const UNTOLD = { acted: [], extensions: 0, proposals: [] } satisfies Partial<LedgerRow>;

/**
 * A row as an item of any version reports it: what older ones lack is filled in, what newer ones add is kept. Undefined where
 * it cannot be read.
 */
export const readRow = (written: unknown): LedgerRow | undefined =>
  asWritten(LedgerRow, typeof written === 'object' && written ? { ...UNTOLD, ...written } : written);

/** How much of a long text a row carries; the whole is in the item. */
const EXCERPT = 200;

const dates = ({ request, approval, stage, acceptance, withdrawal }: ItemState) => ({
  ...(request && { requestedOn: request.on }),
  ...(approval && { approvedOn: civilOf(approval.at) }),
  ...(stage && { stageAcceptedOn: civilOf(stage.at) }),
  ...(acceptance && { acceptedOn: civilOf(acceptance.at) }),
  ...(withdrawal && { withdrawnOn: civilOf(withdrawal.at) }),
  ...(withdrawal?.into !== undefined && { mergedInto: withdrawal.into }),
});

const extensionOf = (state: ItemState): Pick<LedgerRow, 'extensions' | 'extension'> => {
  const pending = pendingExtension(state);
  return {
    extensions: extensionsUsed(state),
    ...(pending && { extension: { newDeadline: pending.newDeadline, decider: pending.decider } }),
  };
};

const sustainingOf = ({ sustaining }: ItemState): Pick<LedgerRow, 'sustaining'> => {
  if (!sustaining) return {};
  const { since, until, checkIn } = sustaining;
  return { sustaining: { since, until, ...(checkIn && { checkIn }) } };
};

const proposalsOf = ({ proposals }: ItemState): LedgerRow['proposals'] =>
  proposals.map(({ rung, day, outcome }) => ({
    rung,
    day,
    ...(outcome && { outcome: outcome.type }),
    ...(outcome?.type === 'issued' && { number: outcome.number }),
  }));

const ownedOf = (state: ItemState, context: ItemContext): Pick<LedgerRow, 'owned'> => {
  const owned = ownedMeasures(state, context);
  if (owned.length === 0) return {};
  return { owned: owned.map(({ no, owner, deadline }) => ({ no, owner, ...(deadline && { deadline }) })) };
};

const archiveOf = ({ archive }: ItemState): Pick<LedgerRow, 'archive'> => {
  if (!archive) return {};
  const { bag, archiveNumber, manifest } = archive;
  return { archive: { bag, archiveNumber, ...(manifest !== undefined && { manifest }) } };
};

/** Nothing before a result is recorded: a line that is another than the one last sent is a report, also on replay. */
const resultTotalsOf = (state: ItemState): Pick<LedgerRow, 'resultTotals'> => {
  const resultTotals = state.results && resultsOf(state);
  return resultTotals ? { resultTotals } : {};
};

/** The line of the ledger for an item as it is. */
export const rowOf = (state: ItemState, context: ItemContext, version: number): LedgerRow => ({
  item: state.item,
  cycle: state.cycle,
  version,
  number: numberOf(state.item),
  category: context.planned.category,
  problem: context.planned.problem,
  kind: context.planned.kind,
  ...(context.planned.priority && { priority: context.planned.priority }),
  ...(context.planned.tags && { tags: context.planned.tags }),
  section: context.planned.section,
  people: state.people,
  acted: state.acted,
  status: state.status,
  assignedAt: state.assignedAt,
  ...(state.originalDeadline && { originalDeadline: state.originalDeadline }),
  ...(state.deadline && { deadline: state.deadline }),
  deadlineSetAt: state.deadlineSetAt,
  ...(state.review && { review: state.review }),
  ...extensionOf(state),
  ...sustainingOf(state),
  reviewRound: state.reviewRound,
  returns: state.returns.length,
  measures: {
    complete: state.measures.filter((measure) => measure.completed).length,
    all: state.measures.length,
  },
  ...ownedOf(state, context),
  evidence: currentEvidence(state.evidence).length,
  ...resultTotalsOf(state),
  ...(state.progress && { progress: Array.from(state.progress.text).slice(0, EXCERPT).join('') }),
  ...dates(state),
  climbed: RUNGS.filter((rung) => state.reached.some((reached) => reached.rung === rung)),
  proposals: proposalsOf(state),
  undeliverable: state.undeliverable,
  ...(state.added && { added: state.added }),
  ...(state.amendment && { amendment: state.amendment }),
  ...(state.withdrawal?.undone !== undefined && { undone: true as const }),
  ...(state.undoRefused && { undoRefused: state.undoRefused }),
  ...archiveOf(state),
});

/** What overdue and the warning level are computed from; a row has it, and so has an item. */
export type Timed = Pick<
  LedgerRow,
  'status' | 'deadline' | 'assignedAt' | 'deadlineSetAt' | 'review' | 'requestedOn' | 'sustaining'
>;

/** The day by which the section is measured: its clock stops on the day it asked for closure. */
export const measuredOn = (row: Timed, today: CivilDate): CivilDate =>
  isAtWork(row.status) ? today : (row.requestedOn ?? today);

/**
 * Overdue (超期) is computed, never a state. An item without a deadline never is, nor one that has reached its
 * stage: a sustained item is late with its check-ins only.
 */
export const isOverdue = (row: Timed, today: CivilDate): boolean =>
  (isAtWork(row.status) || isInReview(row.status)) &&
  row.deadline !== undefined &&
  measuredOn(row, today) > row.deadline;

const hasEnded = ({ status }: Pick<LedgerRow, 'status'>): boolean =>
  status === 'closed' || status === 'archived';

/** Closed, and asked for after its deadline. */
export const isClosedLate = (row: Timed): boolean =>
  hasEnded(row) && row.deadline !== undefined && (row.requestedOn ?? '') > row.deadline;

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
  return worstRung(reached);
};

/** The date that counts now in a line of the ledger. */
export const dueIn = ({ status, deadline, review, sustaining }: Timed): CivilDate | undefined =>
  pressingDate({ status, deadline, reviewDeadline: review?.deadline, checkIn: sustaining?.checkIn });

/** What a line of the ledger is sorted by, on a day. */
export const urgencyOf = (
  row: LedgerRow,
  { head, calendar }: { head: Pick<RoundHead, 'round' | 'policy'>; calendar: Calendar },
  today: CivilDate,
): Urgency => ({
  status: row.status,
  rung: warningLevel(row, head.policy, calendar, today),
  due: dueIn(row),
  round: head.round,
  number: row.number,
});

export const publishedStatus = (
  row: Timed & Pick<LedgerRow, 'kind' | 'stageAcceptedOn'>,
  today: CivilDate,
): Published => {
  if (row.status === 'withdrawn') return 'withdrawn';
  if (hasEnded(row)) return row.kind === 'sustained' ? 'completed-sustained' : 'completed';
  if (isOverdue(row, today)) return 'not-completed';
  const isAtStage =
    row.status === 'sustained' || (isInReview(row.status) && row.stageAcceptedOn !== undefined);
  return isAtStage ? 'completed-sustained' : 'ongoing';
};

/** The side a person has in an item, if any. */
export const sideIn = (row: Pick<LedgerRow, 'people'>, person: PersonId): Side | undefined =>
  SIDES.find((side) => row.people[side] === person);
