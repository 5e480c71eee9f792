import { civilOf, type Instant } from '../calendar/zone';
import type { ItemNumber } from '../../base/ids';
import { type ItemBirth, ItemLife } from '../item/life';
import { WithNews } from '../news';
import type { LedgerRow } from './row';
import { type Totals, totalsOf } from './totals';

const newer = (row: LedgerRow, known: LedgerRow | undefined): boolean =>
  !known || row.cycle > known.cycle || (row.cycle === known.cycle && row.version > known.version);

/** The ledger of a round (台账): one line per item, the newest that the item has reported. */
export class Ledger extends WithNews {
  private readonly lines = new Map<ItemNumber, LedgerRow>();

  constructor(rows: readonly LedgerRow[]) {
    super();
    for (const row of rows) this.lines.set(row.number, row);
  }

  /** Enters an item before it has reported anything, so that the ledger is whole from the first moment. */
  open(birth: ItemBirth): void {
    this.note(new ItemLife(birth).firstRow());
  }

  /** Takes a report in, unless a newer one is there. */
  note(row: LedgerRow): void {
    if (!newer(row, this.lines.get(row.number))) return;
    this.lines.set(row.number, row);
    this.noteNews();
  }

  row(number: ItemNumber): LedgerRow | undefined {
    return this.lines.get(number);
  }

  /** In the order of the plan. */
  get rows(): LedgerRow[] {
    return [...this.lines.values()];
  }

  totals(now: Instant): Totals {
    return totalsOf(this.rows, civilOf(now));
  }
}
