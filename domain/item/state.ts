import type { Calendar } from '../calendar/calendar';
import type { CivilDate } from '../calendar/civil';
import type { Instant } from '../calendar/zone';
import type { Evidence } from '../evidence/manifest';
import type { ItemId, PersonId, RoundId, Sha256 } from '../ids';
import type { RungId } from '../ladder/rung';
import type { PlannedItem, PlannedMeasure } from '../round/plan';
import type { Policy } from '../round/policy';
import type { Roster } from '../round/roster';
import type { Acted, Side, Sides } from './authority';
import type { Status } from './status';

/** What an item is told when it starts and cannot change by itself. */
export type ItemContext = {
  round: { id: RoundId; title: string; body: string };
  planned: PlannedItem;
  roster: Roster;
  policy: Policy;
  calendar: Calendar;
  /** 档号, given once with the plan. */
  archiveNumber: string;
};

export type Measure = PlannedMeasure & { completed?: { result: string; by: PersonId; at: Instant } };

/** A decision of a reviewer as it stands. */
export type Decision = {
  by: PersonId;
  onBehalfOf?: PersonId;
  at: Instant;
  opinion?: string;
  evidence: Sha256;
};

/** An item, as its events have made it. Plain JSON. */
export type ItemState = {
  item: ItemId;
  cycle: number;
  status: Status;
  people: Sides;
  /** Who has acted for which side, so that duties stay separate also across deputies. */
  acted: Acted[];
  assignedAt: Instant;
  originalDeadline?: CivilDate;
  deadline?: CivilDate;
  deadlineSetAt: Instant;
  measures: Measure[];
  evidence: Evidence[];
  progress?: { text: string; by: PersonId; at: Instant };
  /** Closure as last asked for. */
  request?: { by: PersonId; at: Instant; on: CivilDate; summary: string };
  /** The review that goes on, with its own deadline. */
  review?: { since: Instant; deadline: CivilDate };
  approval?: Decision;
  acceptance?: Decision;
  /** 审批轮次: one, and one more for each return. */
  reviewRound: number;
  returns: { side: Side; by: PersonId; at: Instant; opinion: string; missing: string }[];
  /** Rungs that were told to others than the item's own people; `at` is when the item noticed. */
  reached: { rung: RungId; day: CivilDate; at: Instant }[];
  undeliverable: boolean;
  /** Whom a mail about this item could not reach. */
  unreachable: PersonId[];
  archive?: { bag: string; archiveNumber: string; at: Instant };
};
