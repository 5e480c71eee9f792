import type { CivilDate } from '../calendar/civil';
import type { Instant } from '../calendar/zone';
import type { ItemNumber, PersonId, Sha256 } from '../../base/ids';
import type { EvidenceFile } from '../item/command';
import type { LostLife } from '../item/lost';
import type { Proposal } from '../ladder/rung';
import type { AddedItem, AmendmentObjection, ItemAmendment } from './amend/amendment';
import type { DocumentKind, Figures, RoundCommandType } from './command';
import type { ReportFigures, ReportKind } from './report/report';
import type { LedgerRow } from './row';
import type { TwoSignedType } from './second/types';

/** What has happened to a round. Facts: they are appended to its log and never changed. */
export type RoundEvent =
  | { type: 'round-opened'; items: number }
  | { type: 'people-registered'; people: PersonId[]; reason: string }
  | { type: 'person-replaced'; person: PersonId; successor: PersonId; note: string; items: ItemNumber[] }
  /** A key that waits for a second signature until `until`, to take the place of another. */
  | { type: 'key-proposed'; person: PersonId; kid: string; x: string; until: Instant }
  /** The second has signed what entry `proposed` has: it takes effect at `from`. */
  | { type: 'key-countersigned'; person: PersonId; kid: string; proposed: number; from: Instant }
  /** Nobody has. */
  | { type: 'key-lapsed'; person: PersonId; kid: string; proposed: number }
  /** `proposed`: the entry of which this is the outcome; absent where it took effect at once. */
  | { type: 'key-replaced'; person: PersonId; kid: string; proposed?: number }
  | { type: 'key-revoked'; person: PersonId; kid: string; reason: string }
  /** A command that waits for a second signature until `until`. */
  | { type: 'second-asked'; command: TwoSignedType; reason: string; items: ItemNumber[]; until: Instant }
  /** Nobody has given it in time to what entry `asked` has, or what entry `overtaken` has done leaves nothing to sign. */
  | { type: 'second-lapsed'; command: TwoSignedType; asked: number; overtaken?: number }
  /** `asked`: the entry which asked for the second signature, where it took two. */
  | {
      type: 'plan-amended';
      version: number;
      reason: string;
      number?: string;
      changes: ItemAmendment[];
      /** With their archive numbers, in the same order. */
      added?: AddedItem[];
      archiveNumbers?: string[];
      asked?: number;
    }
  /** An item had moved on, and could not take what version `version` of the plan says of it. */
  | ({ type: 'amendment-conflict'; item: ItemNumber; version: number } & AmendmentObjection)
  /** The import is undone (撤销): `items` hear of it, those that are open. `asked`: as of an amendment. */
  | { type: 'import-undone'; reason: string; number?: string; items: ItemNumber[]; asked?: number }
  /** A mail about the round itself, refused for good. */
  | {
      type: 'mail-undeliverable';
      person: PersonId;
      address: string;
      reason: string;
      notices: string[];
    }
  /** A life could not be started: something else has the name of its workflow. It is tried again. */
  | { type: 'start-blocked'; item: ItemNumber; cycle: number }
  /** A report on a week or month was made; `figures` are what the next is compared with. */
  | { type: 'report-made'; kind: ReportKind; from: CivilDate; to: CivilDate; figures: ReportFigures }
  | { type: 'calendar-changed'; from: string; to: string }
  | { type: 'policy-changed'; from: string; to: string }
  | { type: 'proposal-issued'; item: ItemNumber; rung: Proposal; day: CivilDate; number: string }
  | { type: 'proposal-dropped'; item: ItemNumber; rung: Proposal; day: CivilDate; reason: string }
  | {
      type: 'item-reopened';
      item: ItemNumber;
      /** The new life. */
      cycle: number;
      reason: string;
      deadline: CivilDate;
      archiveNumber: string;
      /** The bag of the life before. */
      previous?: LedgerRow['archive'];
    }
  /** `cycle`: the new life; `deadline`: where it has one. */
  | {
      type: 'item-restored';
      item: ItemNumber;
      cycle: number;
      reason: string;
      deadline?: CivilDate;
      archiveNumber: string;
      lost: LostLife;
    }
  | { type: 'document-filed'; kind: DocumentKind; file: EvidenceFile; number?: string; item?: ItemNumber }
  | { type: 'notice-published'; file: EvidenceFile; number?: string; figures: Figures }
  /** Somebody has countersigned the log up to entry `entries`, which has the hash `head`. */
  | { type: 'attested'; entries: number; head: Sha256 }
  /** `archiveNumber`: that of the round's own bag, given here for good. `undone`: it closes by itself, since that entry undid its import. */
  | { type: 'round-closed'; note: string; archiveNumber: string; undone?: number }
  /** `manifest`: SHA-512 of the bag's tag manifest. */
  | { type: 'round-archived'; bag: string; archiveNumber: string; manifest: string };

/** The command that causes an event; undefined for events without an author. */
export const CAUSE_OF: Record<Exclude<RoundEvent['type'], 'second-asked'>, RoundCommandType | undefined> = {
  'people-registered': 'register-people',
  'person-replaced': 'replace-person',
  'key-replaced': 'replace-key',
  'key-revoked': 'revoke-key',
  'key-proposed': 'propose-key',
  'key-countersigned': 'propose-key',
  'key-lapsed': undefined,
  'second-lapsed': undefined,
  'plan-amended': 'amend',
  'amendment-conflict': undefined,
  'import-undone': 'undo-import',
  'mail-undeliverable': undefined,
  'start-blocked': undefined,
  'report-made': undefined,
  'calendar-changed': 'new-calendar',
  'policy-changed': 'new-policy',
  'proposal-issued': 'issue-proposal',
  'proposal-dropped': 'drop-proposal',
  'item-reopened': 'reopen',
  'item-restored': 'restore',
  'document-filed': 'file-document',
  'notice-published': 'publish-notice',
  attested: 'attest',
  'round-closed': 'close-round',
  'round-opened': undefined,
  'round-archived': undefined,
};

/** The command that an event is an effect of: what waits for a second signature says which one it is. */
export const causeOf = (event: RoundEvent): RoundCommandType | undefined =>
  event.type === 'second-asked' ? event.command : CAUSE_OF[event.type];
