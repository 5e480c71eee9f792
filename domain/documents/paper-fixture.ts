import { REAL_TIME } from '../calendar/clock';
import { civilOf, type Instant } from '../calendar/zone';
import type { ItemLife } from '../item/life';
import { totalsOf } from '../round/totals';
import { aHead } from '../testing/round';
import { CALENDAR } from '../testing/world';
import type { Dossier, DossierItem } from './dossier';
import type { OfficialPaper, Part } from './paper';

/** An item as documents speak of it. */
export const inDossier = (life: ItemLife): DossierItem => ({
  row: life.firstRow(),
  planned: life.context.planned,
  state: life.state,
});

/** The round of the known world with some items, as it is at an instant. */
export const aDossier = (
  items: readonly DossierItem[],
  now: Instant,
  more: Partial<Dossier> = {},
): Dossier => {
  const today = civilOf(now);
  const rows = items.map(({ row }) => row);
  const totals = totalsOf(rows, today);
  return { head: aHead(), calendar: CALENDAR, clock: REAL_TIME, now, today, totals, items, ...more };
};

/** What a paper says in one of its parts, paragraph by paragraph. */
export const textsOf = ({ paragraphs }: OfficialPaper, part: Part): string[] =>
  paragraphs.filter((one) => one.part === part).map(({ text, runOn = '' }) => text + runOn);
