import { REAL_TIME } from '../calendar/clock';
import { civilOf, type Instant } from '../calendar/zone';
import type { ItemLife } from '../item/life';
import { rowOf } from '../round/row';
import { totalsOf } from '../round/totals';
import { aHead } from '../testing/round';
import { CALENDAR } from '../testing/world';
import type { Dossier, DossierItem } from './dossier';

export const asDossierItem = ({ state, context }: Pick<ItemLife, 'state' | 'context'>): DossierItem => ({
  row: rowOf(state, context, 1),
  planned: context.planned,
  state,
});

/** For tests: a round of the known world with these items, as it is at an instant. */
export const aDossier = (
  items: readonly DossierItem[],
  now: Instant,
  more: Partial<Dossier> = {},
): Dossier => {
  const today = civilOf(now);
  const totals = totalsOf(
    items.map(({ row }) => row),
    today,
  );
  return { head: aHead(), calendar: CALENDAR, clock: REAL_TIME, now, today, totals, items, ...more };
};
