import type { CivilDate } from '../calendar/civil';
import type { ItemNumber, PersonId, Sha256 } from '../../base/ids';
import type { EvidenceFile } from '../item/command';
import type { Proposal } from '../ladder/rung';
import type { DocumentKind, Figures, RoundCommandType } from './command';
import type { LedgerRow } from './row';

/** What has happened to a round. Facts: they are appended to its log and never changed. */
export type RoundEvent =
  | { type: 'round-opened'; items: number }
  | { type: 'people-registered'; people: PersonId[]; reason: string }
  | { type: 'person-replaced'; person: PersonId; successor: PersonId; note: string; items: ItemNumber[] }
  | { type: 'key-replaced'; person: PersonId; kid: string }
  | { type: 'key-revoked'; person: PersonId; kid: string; reason: string }
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
  | { type: 'document-filed'; kind: DocumentKind; file: EvidenceFile; number?: string; item?: ItemNumber }
  | { type: 'notice-published'; file: EvidenceFile; number?: string; figures: Figures }
  /** Somebody has countersigned the log up to entry `entries`, which has the hash `head`. */
  | { type: 'attested'; entries: number; head: Sha256 }
  /** `archiveNumber`: that of the round's own bag, given here for good. */
  | { type: 'round-closed'; note: string; archiveNumber: string }
  /** `manifest`: SHA-512 of the bag's tag manifest. */
  | { type: 'round-archived'; bag: string; archiveNumber: string; manifest: string };

/** The command that causes an event; undefined for events without an author. */
export const CAUSE_OF: Record<RoundEvent['type'], RoundCommandType | undefined> = {
  'people-registered': 'register-people',
  'person-replaced': 'replace-person',
  'key-replaced': 'replace-key',
  'key-revoked': 'revoke-key',
  'calendar-changed': 'new-calendar',
  'policy-changed': 'new-policy',
  'proposal-issued': 'issue-proposal',
  'proposal-dropped': 'drop-proposal',
  'item-reopened': 'reopen',
  'document-filed': 'file-document',
  'notice-published': 'publish-notice',
  attested: 'attest',
  'round-closed': 'close-round',
  'round-opened': undefined,
  'round-archived': undefined,
};
