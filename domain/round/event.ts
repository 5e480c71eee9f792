import type { CivilDate } from '../calendar/civil';
import type { ItemNumber, PersonId } from '../ids';
import type { Proposal } from '../ladder/rung';

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
    };
