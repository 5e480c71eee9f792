import { bagName } from '../../archive/item/record';
import { civilOf } from '../../domain/calendar/zone';
import { type Dossier, type DossierItem, withResults } from '../../documents/dossier';
import type { ItemId } from '../../base/ids';
import type { ItemView } from '../../domain/item/life';
import type { LedgerRow } from '../../domain/round/row';
import type { Store } from '../../store/store';
import type { RoundLedger } from '../../workflows/messages';
import { NoRecord, NotFound } from './errors';
import { findRecordedLife } from './recorded-life';

/** How many items are asked at once. */
const AT_ONCE = 8;

/** Where the lives of items are found: the server, and the bags in a store. */
export type Sources = {
  ask: (item: ItemId, cycle: number) => Promise<ItemView>;
  store: Store | undefined;
};

/** The newest life of an item. An ended one is read from its bag, which costs the server nothing. */
const lifeOf = async ({ ask, store }: Sources, ledger: RoundLedger, row: LedgerRow): Promise<ItemView> => {
  const recorded = row.archive && (await findRecordedLife(store, ledger, row));
  if (recorded) return recorded;
  try {
    return await ask(row.item, row.cycle);
  } catch (error) {
    if (error instanceof NotFound) throw new NoRecord(bagName(row));
    throw error;
  }
};

/**
 * Everything that documents of a round are made from. Rows and totals are those of the ledger's moment; what the
 * items say of themselves is asked right after it.
 * @throws NoRecord where an item has left the server, and the store has no bag of it
 */
export const gatherDossier = async (ledger: RoundLedger, sources: Sources): Promise<Dossier> => {
  const items: DossierItem[] = [];
  for (let from = 0; from < ledger.rows.length; from += AT_ONCE) {
    const rows = ledger.rows.slice(from, from + AT_ONCE);
    const lives = rows.map(async (row): Promise<DossierItem> => {
      const { state, context } = await lifeOf(sources, ledger, row);
      return { row, planned: context.planned, state };
    });
    items.push(...(await Promise.all(lives)));
  }
  const { head, calendar, clock, now, totals } = ledger;
  return { head, calendar, clock, now, today: civilOf(now), ...withResults({ items, totals }) };
};
