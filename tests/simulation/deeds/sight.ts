import type { Calendar } from '../../../domain/calendar/calendar';
import type { Instant } from '../../../domain/calendar/zone';
import type { PersonId } from '../../../base/ids';
import type { Command } from '../../../domain/item/command';
import type { ItemContext, ItemState } from '../../../domain/item/state';
import type { DueNotice } from '../../../domain/ladder/correspondence';
import type { RoundCommand } from '../../../domain/round/command';
import type { RoundHead } from '../../../domain/plan/plan';
import type { RoundLife } from '../../../domain/round/life';
import type { LedgerRow } from '../../../domain/round/row';
import type { Temperament } from '../script';

export type SeenItem = { state: ItemState; context: ItemContext; said: readonly DueNotice[] };

/** Everything that a deed may depend on: seen in the simulation, or asked of running workflows. */
export type Sight = {
  now: Instant;
  round: { head: RoundHead; calendar: Calendar; rows: readonly LedgerRow[]; log: RoundLife['log'] };
  items: readonly SeenItem[];
  /** What has been carried out so far. */
  given: readonly Order[];
  /** How many commands have been made up so far. */
  made: number;
  temperamentOf: (person: PersonId) => Temperament;
};

/** A command on its way to an item (by its place), or to the round. */
export type Order = {
  to: number | 'round';
  command: Command | RoundCommand;
  /** What is sent: the command as claimed or signed, or a spoilt one. */
  submission: unknown;
  /** How it has been spoilt, in words. */
  spoilt?: string;
  /** True where it must not be carried out, whatever the rules say: its signature is wrong or missing. */
  isFalse?: true;
};
