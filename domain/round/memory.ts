import type { Calendar } from '../calendar/calendar';
import type { Instant } from '../calendar/zone';
import { type Author, type LogEntry, nextEntry, roundGenesis } from '../item/log';
import type { PlannedItem, RoundHead } from '../plan/plan';
import type { RoundSetting } from './birth';
import type { BlockedStart } from './blocked';
import type { RoundAnswer } from './command';
import type { RoundErrand } from './errand';
import type { RoundEvent } from './event';
import type { Opened } from './opening/opened';
import type { PaperDigests, RoundPaper } from './papers';
import type { LedgerRow } from './row';
import type { Tried } from './rule';
import type { FormerAddress } from './telling';

/** Everything a round remembers, plain JSON: it goes from run to run when the workflow continues as new. */
export type RoundMemory = {
  head: RoundHead;
  calendar: Calendar;
  /** Versions of policy and calendar at the round's beginning, to which its log is chained. */
  born: { policy: string; calendar: string };
  log: LogEntry<RoundEvent>[];
  answers: RoundAnswer[];
  /** How many archive numbers (件号) have been given. */
  pieces: number;
  errands: RoundErrand[];
  /** Lives that could not be started yet; absent where there was none. */
  blocked?: BlockedStart[];
  rows: LedgerRow[];
  /** How the round was opened. Absent in the memory of older versions. */
  opened?: Opened;
  /** What the store is still to keep. Absent in the memory of older versions. */
  papers?: RoundPaper[];
  /** What the store has kept. Absent in the memory of older versions, which did not note it. */
  digests?: PaperDigests;
  /** Addresses that people had lately. Absent in the memory of older versions. */
  former?: FormerAddress[];
  /** Commands of the day that were refused only after they had been taken. */
  tried?: Tried[];
};

/** The next entry of a round's log. */
export const entryAfter = (
  { head, born, log }: Pick<RoundMemory, 'head' | 'born' | 'log'>,
  happened: { at: Instant; event: RoundEvent; author?: Author },
): LogEntry<RoundEvent> => nextEntry(log.at(-1), roundGenesis({ round: head.round, ...born }), happened);

/** The bag of a round. `manifest`: SHA-512 of its tag manifest. */
export type RoundBag = { bag: string; archiveNumber: string; manifest: string };

/** What a round is started with. `items` are all those of its plan. */
export type RoundBirth = RoundSetting & {
  items: readonly PlannedItem[];
  assignedAt: Instant;
  /** Older versions did not sign openings. */
  opened?: Opened | undefined;
};

/** What it remembers then. */
export const firstMemory = ({ head, calendar, items, assignedAt, opened }: RoundBirth): RoundMemory => {
  const born = { policy: head.policy.version, calendar: calendar.version };
  const first = { at: assignedAt, event: { type: 'round-opened' as const, items: items.length } };
  const log = [nextEntry<RoundEvent>(undefined, roundGenesis({ round: head.round, ...born }), first)];
  return {
    head,
    calendar,
    born,
    log,
    answers: [],
    pieces: items.length,
    errands: [],
    rows: [],
    ...(opened && { opened }),
  };
};
