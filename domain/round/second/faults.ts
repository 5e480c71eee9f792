import type { CountersignFault } from '../../identity';

/** Why what was signed does not count as that of two people: a closed list. */
export type SecondFault =
  | CountersignFault
  /** Nothing waits that this could be the second signature of. */
  | 'nothing-waits'
  | 'already-signed'
  /** The second signer would be deciding their own case. */
  | 'own-case'
  /** Where people are taken at their word nobody countersigns. */
  | 'claimed-round';
