import type { CivilDate } from '../calendar/civil';
import type { PersonId, Sha256, Sha512 } from '../ids';
import type { RungId } from '../ladder/rung';
import type { Side, Sides } from './authority';
import type { EvidenceFile } from './command';

/** What has happened to an item. Facts: they are appended to its log and never changed. */
export type Event =
  | { type: 'assigned'; people: Sides; deadline?: CivilDate }
  | { type: 'acknowledged' }
  | { type: 'progress-reported'; text: string }
  | { type: 'evidence-added'; measure: number; file: EvidenceFile }
  | { type: 'measure-completed'; measure: number; result: string }
  | { type: 'closure-requested'; summary: string; evidence: Sha256; reviewDeadline: CivilDate }
  | { type: 'approved'; evidence: Sha256; opinion?: string; reviewDeadline: CivilDate }
  /** Evidence came after the approval, which is so void; the leader has to look again. */
  | { type: 'approval-voided'; file: Sha512; reviewDeadline: CivilDate }
  | { type: 'returned'; side: Side; opinion: string; missing: string; newDeadline: CivilDate }
  | { type: 'accepted'; evidence: Sha256; opinion?: string }
  /** The day of a rung has come that is told to others than the item's own people. */
  | { type: 'rung-reached'; rung: RungId; day: CivilDate }
  /** The mail server refused a mail for good. */
  | { type: 'mail-undeliverable'; person: PersonId; address: string; reason: string; notices: string[] }
  | { type: 'archived'; bag: string; archiveNumber: string; manifest: string; missingMails: number };
export type EventType = Event['type'];
