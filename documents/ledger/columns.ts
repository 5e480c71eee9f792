/** The columns of the ledger (台账), in the order of the form; what stands in each: `column-cells.ts`. */
export const COLUMN_KEYS = [
  'number',
  'category',
  'problem',
  'cause',
  'goal',
  'source',
  'kind',
  'priority',
  'tags',
  'measure',
  'measureKind',
  'measureOwner',
  'measureDeadline',
  'measureStatus',
  'leader',
  'section',
  'assisting',
  'handler',
  'originalDeadline',
  'deadline',
  'extensions',
  'extensionGrounds',
  'progress',
  'evidence',
  'requestedOn',
  'leaderOpinion',
  'leaderDecidedOn',
  'acceptor',
  'acceptorOpinion',
  'acceptorDecidedOn',
  'reviewRound',
  'status',
  'published',
  'level',
  'urgingLetters',
  'recoveredFen',
  'regulation',
  'resultTotals',
  'archiveNumber',
  'remarks',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** Columns with a common heading over their own. */
export type GroupKey = 'measures' | 'extension' | 'leaderDecision' | 'acceptance';

/** What a column is about: all the lines of that share one cell. */
export type Level = 'category' | 'item' | 'measure';
