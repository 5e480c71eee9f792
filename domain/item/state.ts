import type { Calendar } from '../calendar/calendar';
import type { CivilDate } from '../calendar/civil';
import type { Instant } from '../calendar/zone';
import type { Evidence } from '../evidence/manifest';
import type { BodyId, ItemId, ItemNumber, PersonId, RoundId, Sha256 } from '../../base/ids';
import type { Proposal, RungId } from '../ladder/rung';
import type { PlannedItem, PlannedMeasure } from '../plan/plan';
import type { Added, AmendmentObjection } from '../round/amend/amendment';
import type { Work } from '../round/work';
import type { ItemOpening } from '../round/opening/opened';
import type { Policy } from '../round/policy';
import type { Roster } from '../round/roster';
import type { Previous } from './event';
import type { LostLife } from './lost';
import type { ResultKind } from './result-kind';
import type { Acted, Decider, Side, Sides } from './side';
import type { Status } from './states';

/** What an item is told when it starts; roster, policy and calendar change only by a command to its round. */
export type ItemContext = {
  /** `concentratedUntil`: the last day of the concentrated period (集中整改期). */
  round: {
    id: RoundId;
    title: string;
    body: string;
    /** Items of older versions have none. */
    bodyId?: BodyId | undefined;
    concentratedUntil: CivilDate;
  };
  planned: PlannedItem;
  /** What it was planned as when this life began. Absent where the plan of it was not amended since. */
  firstPlanned?: PlannedItem;
  roster: Roster;
  policy: Policy;
  calendar: Calendar;
  /** 档号, given once with the plan, or with the life that follows a first. */
  archiveNumber: string;
  /** Items of older versions have none. */
  opening?: ItemOpening;
};

/** Who did something, and when. */
export type Deed = { by: PersonId; onBehalfOf?: PersonId; at: Instant };

/** A measure, and its result: money brought back in fen, a rule by its title. */
export type Measure = PlannedMeasure & {
  /** What was last reported of it alone. */
  progress?: { text: string; by: PersonId; at: Instant };
  /** When its date was last set; from its item's assignment on where nothing is said. */
  deadlineSetAt?: Instant;
  /** Its first deadline, where the plan was amended since. */
  originalDeadline?: CivilDate;
  completed?: Deed & { result: string; recoveredFen?: number; regulation?: string };
};

/** A measure that an amendment of the plan has taken away. It counts no more. */
export type DroppedMeasure = Measure & { dropped: Deed & { reason: string } };

/** The current decision of a reviewer. */
export type Decision = Deed & { opinion?: string; evidence: Sha256 };

/** A request for another deadline (延期), and its outcome; without an outcome it is still to be decided. */
export type Extension = Deed & {
  /** The deadline when it was asked for. */
  from: CivilDate;
  newDeadline: CivilDate;
  reason: string;
  progress: string;
  decider: Decider;
  outcome?:
    | ({ type: 'granted'; opinion?: string } & Deed)
    | ({ type: 'refused'; opinion: string } & Deed)
    /** The item was returned with a date of its own, closed or withdrawn before it was decided. */
    | { type: 'lapsed'; at: Instant };
};

/** A result as it was recorded, with its figure as it was corrected last. The log has the figures before. */
export type RecordedResult = Deed & {
  kind: ResultKind;
  /** Fen of money, else a count. */
  figure: number;
  /** None of a result of the item as a whole. */
  measure?: number;
  /** The number of the file that shows it. */
  evidence?: number;
  /** Who answers for the figure. */
  vouchedBy: PersonId;
  note?: string;
  corrected?: Deed & { reason: string };
  /** It counts no longer. */
  withdrawn?: Deed & { reason: string };
};

/** How an item is sustained (长期坚持). `checkIn` is the next one that is due; none when the end is nearer. */
export type Sustaining = {
  on: CivilDate;
  since: Instant;
  until: CivilDate;
  checkIn?: CivilDate;
  checkIns: (Deed & { due: CivilDate; text: string })[];
};

/** A step about persons that the system has proposed. Only a person issues or drops it. */
export type Proposed = {
  rung: Proposal;
  day: CivilDate;
  at: Instant;
  outcome?: (Deed & { type: 'issued'; number: string }) | (Deed & { type: 'dropped'; reason: string });
};

/** An item, as its events have made it. Plain JSON. */
export type ItemState = {
  item: ItemId;
  cycle: number;
  /** What the log is chained to besides item and cycle: the versions of policy and calendar at its beginning. */
  born: { policy: string; calendar: string };
  /** Of an item that was not imported with the plan. */
  added?: Added;
  previous?: Previous;
  /** The life before, of an item that was restored. */
  lost?: LostLife;
  status: Status;
  people: Sides;
  /** Who has acted for which side, so that duties stay separate also across deputies. */
  acted: Acted[];
  assignedAt: Instant;
  originalDeadline?: CivilDate;
  deadline?: CivilDate;
  deadlineSetAt: Instant;
  /** When the section resumed the item of its own accord: what the deadline asked for meanwhile is not told. */
  resumedAt?: Instant;
  /** When people joined the item who came to it later: they are told nothing earlier. */
  joined: Partial<Record<PersonId, Instant>>;
  measures: Measure[];
  /** Absent where there is none. */
  dropped?: DroppedMeasure[];
  /** The version of the plan that it has last heard of, how often it was amended, and why it could not be, if it could not. */
  amendment?: { version: number; times: number; refused?: AmendmentObjection };
  evidence: Evidence[];
  /** What it has brought (整改成效), as it was recorded; absent where nothing was. */
  results?: RecordedResult[];
  progress?: { text: string; by: PersonId; at: Instant };
  extensions: Extension[];
  /** Closure as last asked for. */
  request?: { by: PersonId; at: Instant; on: CivilDate; summary: string };
  /** The review under way, with its own deadline. */
  review?: { since: Instant; deadline: CivilDate };
  approval?: Decision;
  /** The acceptance of a stage: from then on the item is sustained. */
  stage?: Decision;
  acceptance?: Decision;
  sustaining?: Sustaining;
  /** `undone`: with its whole round, whose import was undone then. */
  withdrawal?: Deed & { reason: string; into?: ItemNumber; undone?: Instant };
  /** What kept it from being withdrawn with its round. */
  undoRefused?: Work[];
  /** 审批轮次: one, and one more for each return. */
  reviewRound: number;
  returns: { side: Side; by: PersonId; at: Instant; opinion: string; missing: string }[];
  urgedAt?: Instant;
  /** Rungs that people outside the item were told of; `at` is when the item noticed. */
  reached: { rung: RungId; day: CivilDate; at: Instant }[];
  proposals: Proposed[];
  undeliverable: boolean;
  /** People whom a mail about this item could not reach. */
  unreachable: PersonId[];
  archive?: { bag: string; archiveNumber: string; manifest?: string; at: Instant };
};

/** The request for an extension that is still to be decided. */
export const pendingExtension = ({ extensions }: Pick<ItemState, 'extensions'>): Extension | undefined =>
  extensions.find(({ outcome }) => outcome === undefined);

export const grantedExtensions = ({ extensions }: Pick<ItemState, 'extensions'>): Extension[] =>
  extensions.filter(({ outcome }) => outcome?.type === 'granted');

/** How many extensions an item has had, those of a life that was lost included. */
export const extensionsUsed = ({ extensions, lost }: Pick<ItemState, 'extensions' | 'lost'>): number =>
  grantedExtensions({ extensions }).length + (lost?.extensions ?? 0);
