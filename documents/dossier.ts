import type { Calendar } from '../domain/calendar/calendar';
import type { Clock } from '../domain/calendar/clock';
import type { CivilDate } from '../domain/calendar/civil';
import type { Instant } from '../domain/calendar/zone';
import type { ItemState } from '../domain/item/state';
import type { PlannedItem, RoundHead } from '../domain/plan/plan';
import type { LedgerRow } from '../domain/round/row';
import type { Totals } from '../domain/round/totals';

/** An item as documents speak of it: its line of the ledger, and the newest of its lives in full. */
export type DossierItem = { row: LedgerRow; planned: PlannedItem; state: ItemState };

/**
 * A round with everything that its documents are made from (ledger, notice, letters, board). They all
 * take their counts from `totals`, so that no two documents of one moment differ.
 */
export type Dossier = {
  head: RoundHead;
  calendar: Calendar;
  clock: Clock;
  /** The round's time, and its day. */
  now: Instant;
  today: CivilDate;
  totals: Totals;
  /** In the order of the plan. */
  items: readonly DossierItem[];
};
