import type { ItemNumber, Sha256 } from '../../base/ids';
import type { Clock } from '../calendar/clock';
import type { Instant } from '../calendar/zone';
import type { LogEntry } from '../item/log';
import type { RoundHead } from '../plan/plan';
import type { Refusal } from '../refusal';
import type { RoundCommand } from './command';
import type { RoundEvent } from './event';
import type { InForce } from './in-force';
import type { LedgerRow } from './row';

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
};

export type RoundVerdict = { event: RoundEvent; items: ItemNumber[] } | { refusal: Refusal };

/** A command as a rule of the round finds it. */
export type Case<C = RoundCommand> = { command: C; state: RoundState; now: Instant };

export const happens = (event: RoundEvent, items: ItemNumber[] = []): RoundVerdict => ({ event, items });
export const refuse = (refusal: Refusal): RoundVerdict => ({ refusal });
