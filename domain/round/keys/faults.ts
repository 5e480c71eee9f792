import type { SecondFault } from '../second/faults';

/** Why what was signed for a new key does not count: a closed list. */
export type NewKeyFault =
  | SecondFault
  /** The old key has signed another person's key, or another key. */
  | 'not-this-key'
  /** The old key has signed for another round or opening, or for none as older versions did. */
  | 'not-this-round'
  /** The old key has signed too long ago, or at a time yet to come. */
  | 'out-of-date';
