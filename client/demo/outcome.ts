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
  /** Amendments of the plan in force, and those of them that the head has countersigned. */
  amended: number;
  countersigned: number;
  /** Reminders of measures in mails that were taken, and those of them to the owner of the measure. */
  measureReminders: number;
  ownerReminders: number;
  /** Items for which an assisting section has handed in a file. */
  assisted: number;
  /** Results recorded; what they come to is in `totals`. */
  results: number;
  /** Weekly reports in mails that were taken. */
  reports: number;
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
