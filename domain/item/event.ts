import type { CivilDate } from '../calendar/civil';
import type { Instant } from '../calendar/zone';
import type { ItemNumber, PersonId, Sha256, Sha512 } from '../../base/ids';
import type { Proposal, RungId } from '../ladder/rung';
import type { Added, AmendmentObjection, ItemFields, MeasureChanges } from '../round/amend/amendment';
import type { Before } from '../round/amend/before';
import type { Work } from '../round/work';
import type { EvidenceFile } from './command';
import type { LostLife } from './lost';
import type { ResultKind } from './result-kind';
import type { Decider, Side, Sides } from './side';

/** The archived life that a reopened item goes on from. */
export type Previous = { cycle: number; bag: string; archiveNumber: string };

/** What has happened to an item. Facts: they are appended to its log and never changed. */
export type Event =
  /** `added`: by an amendment of the plan, not imported with it. */
  | { type: 'assigned'; people: Sides; deadline?: CivilDate; added?: Added }
  /** The problem was found again later (回头看): a new life, which names the archive of the one before. */
  | {
      type: 'reopened';
      people: Sides;
      deadline?: CivilDate;
      reason: string;
      previous: Previous;
      added?: Added;
    }
  /** The server had ended the life before, and its log is lost: a new life, which names what its round knew of it. */
  | {
      type: 'restored';
      people: Sides;
      deadline?: CivilDate;
      reason: string;
      lost: LostLife;
      added?: Added;
    }
  | { type: 'acknowledged' }
  /** `measure`: of that measure only, not of the whole item. */
  | { type: 'progress-reported'; text: string; measure?: number }
  | { type: 'evidence-added'; measure: number; file: EvidenceFile; replaces?: number }
  | { type: 'evidence-withdrawn'; evidence: number; reason: string }
  | { type: 'measure-completed'; measure: number; result: string; recoveredFen?: number; regulation?: string }
  | {
      type: 'result-recorded';
      kind: ResultKind;
      figure: number;
      measure?: number;
      evidence?: number;
      vouchedBy: PersonId;
      note?: string;
    }
  /** Without a figure it was withdrawn. */
  | { type: 'result-corrected'; result: number; kind: ResultKind; figure?: number; reason: string }
  | { type: 'closure-requested'; summary: string; evidence: Sha256; reviewDeadline: CivilDate }
  | { type: 'closure-withdrawn'; reason: string }
  | {
      type: 'extension-requested';
      newDeadline: CivilDate;
      reason: string;
      progress: string;
      decider: Decider;
    }
  | { type: 'extension-granted'; decider: Decider; newDeadline: CivilDate; opinion?: string }
  | { type: 'extension-refused'; decider: Decider; newDeadline: CivilDate; opinion: string }
  | { type: 'approved'; evidence: Sha256; opinion?: string; reviewDeadline: CivilDate }
  /** Evidence came after the approval and voids it; the leader has to look again. */
  | { type: 'approval-voided'; file: Sha512; reviewDeadline: CivilDate }
  /** A reviewer asks for more without returning the item; the review's own clock goes on. */
  | { type: 'asked'; side: Side; text: string }
  | { type: 'returned'; side: Side; opinion: string; missing: string; newDeadline: CivilDate }
  | { type: 'accepted'; evidence: Sha256; opinion?: string }
  | { type: 'stage-accepted'; evidence: Sha256; until: CivilDate; opinion?: string; checkIn?: CivilDate }
  /** `due`: the check-in that this one is; `checkIn`: the next, if there is one before the end. */
  | { type: 'checked-in'; text: string; due: CivilDate; checkIn?: CivilDate }
  /** The end date of a sustained item has passed; it is to be accepted for good. */
  | { type: 'sustaining-ended'; until: CivilDate; reviewDeadline: CivilDate }
  /** `undone`: with its whole round, whose import was undone then; `number` is that of the undoing. */
  | { type: 'withdrawn'; reason: string; into?: ItemNumber; number?: string; undone?: Instant }
  /** It was to be withdrawn with its round, and stays: somebody had worked on it. */
  | { type: 'undo-refused'; work: Work[] }
  /** `reviewDeadline`: a reviewer who has just got the item has the whole time for it. */
  | {
      type: 'reassigned';
      side: Side;
      from: PersonId;
      to: PersonId;
      note: string;
      reviewDeadline?: CivilDate;
    }
  | { type: 'deadline-set'; deadline: CivilDate; reason: string }
  /** The plan says something else of it from version `version` on. `before`: what was amended, as it was. */
  | {
      type: 'amended';
      version: number;
      reason: string;
      number?: string;
      set?: ItemFields;
      measures?: MeasureChanges;
      /** Of the sections that are to assist from now on: told, as far as the amendment said. */
      contacts?: Record<string, PersonId>;
      before: Before;
    }
  /** It has got measures while closure was asked for, or approved: that was of the old ones. */
  | { type: 'closure-voided'; version: number }
  /** It could not be amended so: it had moved on. */
  | ({ type: 'amendment-refused'; version: number } & AmendmentObjection)
  | { type: 'urged'; to: PersonId; text?: string }
  | { type: 'resent'; to: PersonId; notice: string }
  | { type: 'commented'; text: string }
  /** The day of a rung has come that people outside the item are told of. */
  | { type: 'rung-reached'; rung: RungId; day: CivilDate }
  /** A person has signed and sent what the system had proposed, under this number. */
  | { type: 'proposal-issued'; rung: Proposal; day: CivilDate; number: string }
  | { type: 'proposal-dropped'; rung: Proposal; day: CivilDate; reason: string }
  /** Records of these people have changed; `reason` is what the office gave. */
  | { type: 'people-changed'; people: PersonId[]; reason: string }
  | { type: 'office-replaced'; from: PersonId; to: PersonId; note: string }
  /** What a person helped with is another's: measures by number, assisting sections by name. */
  | {
      type: 'helper-replaced';
      from: PersonId;
      to: PersonId;
      note: string;
      measures: number[];
      sections: string[];
    }
  | { type: 'key-replaced'; person: PersonId; kid: string }
  | { type: 'key-revoked'; person: PersonId; kid: string; reason: string }
  /** `reviewDeadline`: the review that goes on is due on another day by the new calendar. */
  | { type: 'calendar-changed'; from: string; to: string; firm: boolean; reviewDeadline?: CivilDate }
  | { type: 'policy-changed'; from: string; to: string }
  /** The mail server refused a mail for good. */
  | { type: 'mail-undeliverable'; person: PersonId; address: string; reason: string; notices: string[] }
  | { type: 'archived'; bag: string; archiveNumber: string; manifest: string; missingMails: number };
export type EventType = Event['type'];
