import { patched } from '@temporalio/workflow';

type Patch = {
  /** The release that first sets it, and the day on which it came into the code. */
  since: string;
  day: string;
  /** What is done where a history has the mark; without it, what was done before. */
  meaning: string;
};

/**
 * The marks that say which way a history has taken where today's code would take another. A workflow that bears one cannot be
 * taken back to a build that does not know it. One is never renamed and never used for a second change; it goes when no
 * history without it can be open any more.
 */
export const PATCHES = {
  quiet: {
    since: '0.1.0',
    day: '2026-11-24',
    meaning: 'a run that is long ends in a quiet second, not while signals come',
  },
  bounded: {
    since: '0.1.0',
    day: '2026-11-29',
    meaning: 'a run ends after so many commands or events that it still replays within a task',
  },
  sealed: {
    since: '0.1.0',
    day: '2026-11-29',
    meaning: 'what older versions began is sealed, too: inputs are checked, messages without a seal dropped',
  },
  opening: {
    since: '0.1.0',
    day: '2026-11-29',
    meaning: 'a round that an older version left before its first task has its opening checked',
  },
  'births-told': {
    since: '0.1.0',
    day: '2026-11-30',
    meaning: 'of the items of an import the round tells everybody, in one post',
  },
  'round-tells': {
    since: '0.1.0',
    day: '2026-11-30',
    meaning: 'a round tells people what happened to it: keys, addresses, openings',
  },
  'policy-told': {
    since: '0.1.0',
    day: '2026-11-30',
    meaning: 'a round tells head and oversight of a new policy',
  },
  'opening-refused': {
    since: '0.1.0',
    day: '2026-11-30',
    meaning:
      'a round that waits for its second signature hears of mails that were refused, and tells who has signed',
  },
  'reported-anew': {
    since: '0.1.0',
    day: '2026-11-30',
    meaning: 'an item was asked to report its line of the ledger anew, and does',
  },
  reports: {
    since: '0.1.0',
    day: '2026-11-30',
    meaning: 'a round whose policy asks for reports wakes to make them',
  },
  'reports-rest': {
    since: '0.1.0',
    day: '2026-11-30',
    meaning: 'a round in which nothing is open, and nothing has changed since its last report, makes no more',
  },
  amendments: {
    since: '0.1.0',
    day: '2026-11-30',
    meaning: 'the plan of a round, or an item of it, was amended',
  },
  undone: {
    since: '0.1.0',
    day: '2026-11-30',
    meaning: 'the import of a round was undone',
  },
  additions: {
    since: '0.1.0',
    day: '2026-11-30',
    meaning: 'an amendment has added items to a round, or this item to its round',
  },
} as const satisfies Record<string, Patch>;

export type PatchMark = keyof typeof PATCHES;

/**
 * Whether a workflow goes the new way here: always in new code that is not replaying, which sets the mark; on replay, where the
 * history has it.
 */
export const takesPatch = (mark: PatchMark): boolean => patched(mark);
