import type { PersonId, RoundId } from '../../../../base/ids';

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
  trust: {
    head: Record<'person' | 'office' | 'kid' | 'state', string>;
    state: Record<'added' | 'kept' | 'other', string>;
    written: (file: string, added: number) => string;
    unchanged: (file: string) => string;
    compare: string;
    others: string;
  };
}
