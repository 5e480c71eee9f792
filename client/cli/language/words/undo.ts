import type { RoundId } from '../../../../base/ids';

/** The undoing of an import. */
export interface UndoWords {
  withdraws: (items: readonly string[]) => string;
  forGood: string;
  /** A row of `rectify round`: the round that was undone, and that this one follows. */
  follows: string;
  /** A note on a round whose import was undone. */
  note: (round: RoundId, by: string, at: string) => string;
  /** Items that had moved on. */
  left: (items: readonly string[]) => string;
}
