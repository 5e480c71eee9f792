/** What can have been done with an item besides acknowledging it, as far as its line of the ledger tells: a closed list. */
export const WORK = [
  'progress',
  'evidence',
  'measure',
  'result',
  'closure',
  'return',
  'extension',
  /** It was reopened, or restored. */
  'later-life',
] as const;
export type Work = (typeof WORK)[number];
