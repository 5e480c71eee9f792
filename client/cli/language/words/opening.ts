import type { PersonId, RoundId } from '../../../../base/ids';

/** Whose new key it is, and in which round. */
export type KeyNoted = { round: RoundId; person: string; kid: string };

/** The opening of a round, and whose keys it takes. */
export interface OpeningWords {
  /** A round waits for its second signature: by whom, until when. */
  waiting: (round: RoundId, people: readonly string[], until: string) => string;
  /** After an import with one signature; `as`: who may run it. */
  proposed: (round: RoundId, items: number, by: string, until: string) => string;
  toCountersign: (round: RoundId, as: readonly PersonId[]) => string[];
  /** No worker has looked at the opening of a round yet. */
  unchecked: (round: RoundId) => string;
  /** What is about to be opened. */
  items: (items: number, people: number) => string;
  firstDeadlines: string;
  genesis: string;
  signedBy: string;
  pins: string;
  question: (round: RoundId) => string;
  opened: (round: RoundId) => string;
  /** Of a new key that waits for its second signature, or for the day from which it counts. */
  key: {
    waiting: (of: KeyNoted, people: readonly string[], until: string) => string;
    counts: (of: KeyNoted, from: string) => string;
    /** After the office has proposed one. */
    proposed: (people: readonly string[]) => string;
    person: string;
    fresh: string;
    current: string;
    none: string;
    proposedBy: string;
    until: string;
    compare: string;
    question: (person: string) => string;
    signed: (person: string, from: string) => string;
  };
  trust: {
    head: Record<'person' | 'office' | 'kid' | 'state', string>;
    state: Record<'added' | 'kept' | 'other', string>;
    written: (file: string, added: number) => string;
    unchanged: (file: string) => string;
    compare: string;
    others: string;
  };
}
