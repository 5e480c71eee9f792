/** What `doctor` looks at on this machine, then on a server that answers, each in its order. */
export const CHECKS = {
  here: ['node', 'store', 'store-rights', 'store-space', 'certificates', 'smtp', 'server'],
  server: [
    'namespace',
    'search-attributes',
    'worker',
    'mail-worker',
    'builds',
    'clock',
    'tasks',
    'mails',
    'rounds',
    'items',
    'ended',
    'unsealed',
    'logs',
    'rows',
    'signers',
    'openings',
    'calendar',
    'checkpoints',
    'bags',
  ],
} as const;
export type ServerCheck = (typeof CHECKS.server)[number];
export type CheckName = (typeof CHECKS.here)[number] | ServerCheck;

export type Check = { name: CheckName; ok: boolean; found?: string };

/** What is found is mostly ids and figures; this is what of it is said in words. */
export interface FoundWords {
  /** In the place of what this certificate may not ask. */
  askOperator: string;
  /** Running workflows on a queue that nobody polls. */
  waiting: (count: number) => string;
  silent: (rounds: readonly string[]) => string;
  /** Rounds beyond those that were asked. */
  unasked: (count: number) => string;
  /** Of so many workflows this was looked at. */
  lookedAt: (count: number) => string;
  /** Lines of ledgers which leave a doubt, and could not be compared with their items. */
  uncompared: (count: number) => string;
  /** How many more there are. */
  more: (count: number) => string;
  /** When somebody last asked the server for work, in seconds. */
  lastPoll: (seconds: number) => string;
  behind: (seconds: number) => string;
  provisional: (round: string, years: readonly number[]) => string;
}
