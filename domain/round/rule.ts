import type { ItemNumber, Sha256 } from '../../base/ids';
import type { Clock } from '../calendar/clock';
import type { Instant } from '../calendar/zone';
import type { LifeFound } from '../item/lost';
import type { LogEntry } from '../item/log';
import type { PlannedItem, RoundHead } from '../plan/plan';
import type { Refusal } from '../refusal';
import type { RoundCommand } from './command';
import type { RoundErrand } from './errand';
import type { RoundEvent } from './event';
import type { InForce } from './in-force';
import type { LedgerRow } from './row';

/** Who has given a command that came to nothing, and when. */
export type Tried = Pick<RoundCommand, 'by' | 'type'> & { at: Instant };

/** A round as a command finds it. */
export type RoundState = Pick<InForce, 'calendar'> & {
  head: RoundHead;
  clock: Clock;
  /** Of its opening; rounds of older versions have none. */
  genesis?: Sha256 | undefined;
  rows: readonly LedgerRow[];
  log: readonly LogEntry<RoundEvent>[];
  /** How many archive numbers have been given. */
  pieces: number;
  /** Commands of the day that were taken, and refused once more was known. */
  tried?: readonly Tried[] | undefined;
  /** What it has still to do in the world. Unknown to whoever asks ahead. */
  errands?: readonly RoundErrand[];
  /** How the server has the life that is to be restored. Before it was asked, a life is taken to be lost. */
  found?: LifeFound;
  /** All items of the plan as it was imported. Unknown to whoever asks ahead without them. */
  items?: readonly PlannedItem[];
  /** The entry that asked for the second signature which the command has now. */
  seconded?: number;
};

export type RoundVerdict = { event: RoundEvent; items: ItemNumber[] } | { refusal: Refusal };

/** A command as a rule of the round finds it. */
export type Case<C = RoundCommand> = { command: C; state: RoundState; now: Instant };

/** The line of the life that a command is about, or why there is none. */
export const lifeIn = (
  { rows }: Pick<RoundState, 'rows'>,
  { item: number, cycle }: { item: ItemNumber; cycle: number },
): { row: LedgerRow } | { refusal: Refusal } => {
  const row = rows.find((one) => one.number === number);
  if (!row) return { refusal: { type: 'UnknownItem', number } };
  if (row.cycle === cycle) return { row };
  const expected = { item: row.item, cycle: row.cycle };
  return { refusal: { type: 'WrongItem', expected, given: { item: row.item, cycle } } };
};

export const happens = (event: RoundEvent, items: ItemNumber[] = []): RoundVerdict => ({ event, items });
export const refuse = (refusal: Refusal): RoundVerdict => ({ refusal });
