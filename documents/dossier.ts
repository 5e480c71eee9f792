import type { Calendar } from '../domain/calendar/calendar';
import type { Clock } from '../domain/calendar/clock';
import type { CivilDate } from '../domain/calendar/civil';
import type { Instant } from '../domain/calendar/zone';
import { resultsOf } from '../domain/item/results';
import type { ItemState } from '../domain/item/state';
import type { PlannedItem, RoundHead } from '../domain/plan/plan';
import type { LedgerRow } from '../domain/round/row';
import { resultTotalsIn, type Totals } from '../domain/round/totals';

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

/**
 * Items and totals with all that the items have brought (整改成效): lines of the ledger tell only of items of which results
 * were recorded, and not what measures alone say (追缴金额, 制度成果).
 */
export const withResults = ({
  items,
  totals,
}: Pick<Dossier, 'items' | 'totals'>): Pick<Dossier, 'items' | 'totals'> => {
  const told = items.map((item): DossierItem => {
    const { resultTotals: _, ...row } = item.row;
    const resultTotals = resultsOf(item.state);
    return { ...item, row: { ...row, ...(resultTotals && { resultTotals }) } };
  });
  const { resultTotals: _, ...counted } = totals;
  return { items: told, totals: { ...counted, ...resultTotalsIn(told.map(({ row }) => row)) } };
};
