import { COUNTERSIGN_FAULTS } from '../../identity';

/** Why what was signed for a new key does not count: a closed list. */
export const NEW_KEY_FAULTS = [
  ...COUNTERSIGN_FAULTS,
  /** The old key has signed another person's key, or another key. */
  'not-this-key',
  /** No key waits that this could be the second signature of. */
  'nothing-waits',
  'already-signed',
  /** The second signer would get the key. */
  'own-case',
  /** Where people are taken at their word nobody countersigns. */
  'claimed-round',
] as const;
export type NewKeyFault = (typeof NEW_KEY_FAULTS)[number];
