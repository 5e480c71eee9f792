import type { CommonWords } from '../words/common';

export const COMMON: CommonWords = {
  label: (label) => `${label}: `,
  drill: (name) => `[DRILL] ${name}: dates are in drill time.`,
  claimed: 'This round takes unsigned commands: identities are claimed, not proved.',
  lastRound: (round) => `Round ${round} (same as last time)`,
  logWentBack: (number, seen, now) =>
    `The log of ${number} was rolled back: its round had seen ${seen.entries} entries, the last of ${seen.at}; later it had ${now.entries}, the last of ${now.at}, which do not go on from those. Whatever was done in between is missing, perhaps a return. Only a reset at the Temporal server does that: find out who did it.`,
  fromBag: (bag) => `The server no longer has this item; what follows is read from its bag ${bag}.`,
};
