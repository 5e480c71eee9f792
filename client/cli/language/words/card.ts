import type { About } from '../../../../domain/plan/about';

/** An item on the screen, with its measures, evidence, reviews and log. */
export interface CardWords {
  kind: string;
  status: string;
  /** A state with the person it waits for. */
  waits: (status: string, person: string) => string;
  level: string;
  deadline: string;
  firstDeadline: string;
  reviewDeadline: string;
  /** The handler with the responsible section, and those that assist. */
  section: (person: string, section: string, assisting?: readonly string[]) => string;
  about: Record<keyof About, string>;
  progress: (person: string, at: string) => string;
  measures: string;
  result: (person: string, at: string) => string;
  recovered: (yuan: string) => string;
  regulation: (title: string) => string;
  evidence: EvidenceWords;
  /** What the item has brought, as recorded. */
  results: Record<'title' | 'withdrawn', string> & {
    measure: (no: number) => string;
    vouchedBy: (person: string) => string;
  };
  reviews: (round: number) => string;
  returned: (role: string, person: string, at: string) => string;
  missing: (text: string) => string;
  decided: (act: string, person: string, at: string, principal: string | undefined) => string;
  extension: ExtensionWords;
  sustaining: Record<'title' | 'period' | 'nextCheckIn' | 'noCheckIn', string> & {
    due: (day: string) => string;
  };
  proposal: Record<'title' | 'toDecide' | 'undecided', string> & {
    proposedOn: (day: string) => string;
    number: (number: string) => string;
  };
  mergedInto: string;
  reopened: string;
  /** Where an item comes from that was reopened. */
  previous: (cycle: number, archiveNumber: string, bag: string) => string;
  restored: string;
  /** The life that it goes on from, and how that was ended. */
  lost: (cycle: number, ended: string) => string;
  undeliverable: string;
  evidenceHash: string;
  archive: string;
  log: string;
}

interface EvidenceWords {
  none: string;
  number: (no: number) => string;
  title: (title: string) => string;
  replaces: (no: number) => string;
  replacedBy: (no: number) => string;
  withdrawn: (person: string, at: string, reason: string) => string;
  /** Older versions and withdrawn files stay in the record. */
  older: (files: number) => string;
}

interface ExtensionWords {
  title: (granted: number, most: number) => string;
  reason: string;
  progress: string;
  pending: (role: string) => string;
  lapsed: (at: string) => string;
}
