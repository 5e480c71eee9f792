import { REAL_TIME } from '../domain/calendar/clock';
import { civilOf, type Instant } from '../domain/calendar/zone';
import type { ItemLife } from '../domain/item/life';
import { rowOf } from '../domain/round/row';
import { totalsOf } from '../domain/round/totals';
import { aHead } from './round';
import { CALENDAR } from './world';
import { type Dossier, type DossierItem, withResults } from '../documents/dossier';

export const asDossierItem = ({ state, context }: Pick<ItemLife, 'state' | 'context'>): DossierItem => ({
  row: rowOf(state, context, 1),
  planned: context.planned,
  state,
});

/** A round of the known world with these items, as it is at an instant. */
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
  return {
    head: aHead(),
    calendar: CALENDAR,
    clock: REAL_TIME,
    now,
    today,
    ...withResults({ items, totals }),
    ...more,
  };
};
