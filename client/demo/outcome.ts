import type { Disagreement } from '../../documents/agreement';
import type { Totals } from '../../domain/round/totals';

/** What the demo made, counted from the running system. */
export type Outcome = {
  items: number;
  archived: number;
  closedLate: number;
  returned: number;
  escalated: number;
  extended: number;
  reassigned: number;
  sustained: number;
  merged: number;
  reopened: number;
  /** Letters that the office has sent. */
  letters: number;
  /** The notice is published, and the record of the round is in the archive. */
  closed: boolean;
  mails: number;
  /** Absolute paths. */
  bags: string[];
  /** How many of them `rectify verify` finds good. */
  valid: number;
  /** Absolute paths of the boards, the ledger and the notice. */
  documents: string[];
  /** Where a document gave another figure than the list; none, unless something is broken. */
  disagreements: Disagreement[];
  totals: Totals;
};
