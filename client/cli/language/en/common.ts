import type { CommonWords } from '../words/common';

export const COMMON: CommonWords = {
  label: (label) => `${label}: `,
  drill: (name) => `[DRILL] ${name}: dates are in drill time.`,
  claimed: 'This round takes unsigned commands: identities are claimed, not proved.',
  lastRound: (round) => `Round ${round} (same as last time)`,
  fromBag: (bag) => `The server no longer has this item; what follows is read from its bag ${bag}.`,
};
