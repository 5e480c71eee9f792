import type { ItemNumber, PersonId, Sha512 } from '../../base/ids';
import type { CivilDate } from '../../domain/calendar/civil';
import type { ResultTotals } from '../../domain/item/result-kind';
import type { Extension } from '../../domain/item/state';
import type { Status } from '../../domain/item/states';
import type { RungId } from '../../domain/ladder/rung';
import type { ItemSource, Priority } from '../../domain/plan/about';
import type { ItemKind, MeasureKind } from '../../domain/plan/plan';
import type { Published } from '../../domain/round/published';
import type { ColumnKey } from './columns';
import type { Remark } from './remark';
import type { ReviewDecision } from './review-decision';

type Opinion = Pick<ReviewDecision, 'decision' | 'by' | 'onBehalfOf' | 'opinion' | 'missing'>;

type Grounds = Pick<Extension, 'from' | 'newDeadline' | 'reason'> & {
  askedOn: CivilDate;
  outcome: NonNullable<Extension['outcome']>['type'] | 'pending';
  decidedOn?: CivilDate;
  opinion?: string;
};

type Columns = {
  number: ItemNumber;
  category?: string;
  problem?: string;
  cause?: string;
  goal?: string;
  source?: ItemSource;
  kind: ItemKind;
  priority?: Priority;
  tags?: string[];
  measure: { no: number; text: string };
  measureKind: MeasureKind;
  measureOwner?: PersonId;
  measureDeadline?: CivilDate;
  measureStatus: 'complete' | 'open';
  leader: PersonId;
  section?: string;
  /** Sections that assist. */
  assisting?: string[];
  handler: PersonId;
  originalDeadline?: CivilDate;
  deadline?: CivilDate;
  /** How many were granted. */
  extensions: number;
  extensionGrounds?: Grounds[];
  progress?: {
    reported?: { on: CivilDate; text: string };
    results: { measure: number; on: CivilDate; text: string }[];
  };
  /** Of the measure; files that a newer version replaces are left out. */
  evidence?: { title: string; effectiveDate: CivilDate; sha512: Sha512 }[];
  requestedOn?: CivilDate;
  leaderOpinion?: Opinion;
  leaderDecidedOn?: CivilDate;
  acceptor: PersonId;
  acceptorOpinion?: Opinion;
  acceptorDecidedOn?: CivilDate;
  reviewRound: number;
  status: Status;
  published: Published;
  level?: RungId;
  urgingLetters?: string[];
  /** In fen, a hundredth of a yuan. */
  recoveredFen?: number;
  regulation?: string;
  /** Of the item, where results were recorded: fen of money, else a count. */
  resultTotals?: ResultTotals;
  archiveNumber?: string;
  remarks?: Remark[];
};

/** A line of the ledger for programs: a measure of an item, and what is said of the item in each of its lines. */
export type LineJson = Pick<Columns, ColumnKey>;
