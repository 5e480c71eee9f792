import type { Calendar } from '../calendar/calendar';
import type { Clock } from '../calendar/clock';
import type { CivilDate } from '../calendar/civil';
import type { Instant } from '../calendar/zone';
import type { ItemState } from '../item/state';
import type { PlannedItem, RoundHead } from '../round/plan';
import type { LedgerRow } from '../round/row';
import type { Totals } from '../round/totals';

/** An item as documents speak of it: its line of the ledger, and the newest of its lives in full. */
export type DossierItem = { row: LedgerRow; planned: PlannedItem; state: ItemState };

/**
 * A round with everything that its documents are made from (ledger, notice, letters, board). Whatever they count
 * they count by `totals`, so that no two documents of one moment differ.
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
