import { civilOf, type Instant } from '../calendar/zone';
import type { ItemNumber } from '../../base/ids';
import { type ItemBirth, ItemLife } from '../item/life';
import { WithNews } from '../news';
import { areOfOneLog } from './log-head';
import type { LedgerRow } from './row';
import { type Totals, totalsOf } from './totals';

const newer = (row: LedgerRow, known: LedgerRow | undefined): boolean =>
  !known || row.cycle > known.cycle || (row.cycle === known.cycle && row.version > known.version);

/** The line after a report that does not go on from what was known of its life: the one of the later log, marked for ever. */
const markedLine = (known: LedgerRow, row: LedgerRow): LedgerRow | undefined => {
  const [from, to] = [known.logHead, row.logHead];
  if (!from || !to || row.cycle !== known.cycle) return undefined;
  const [before, after] = [
    { version: known.version, logHead: from },
    { version: row.version, logHead: to },
  ];
  if (areOfOneLog(before, after)) return undefined;
  const logWentBack = known.logWentBack ?? { cycle: row.cycle, from, to };
  return { ...(to.at < from.at ? known : row), logWentBack };
};

/** The line after a report; undefined where it says nothing new. */
const lineAfter = (known: LedgerRow | undefined, row: LedgerRow): LedgerRow | undefined => {
  if (!known) return row;
  const marked = markedLine(known, row);
  if (marked) return marked;
  if (!newer(row, known)) return undefined;
  const logHead = row.logHead ?? (row.cycle === known.cycle ? known.logHead : undefined);
  const { logWentBack } = known;
  return { ...row, ...(logHead && { logHead }), ...(logWentBack && { logWentBack }) };
};

const categoryOf = (number: ItemNumber): string => number.split('.')[0] ?? '';

/** The ledger of a round (台账): one line per item, the newest that the item has reported. */
export class Ledger extends WithNews {
  private readonly lines = new Map<ItemNumber, LedgerRow>();

  constructor(rows: readonly LedgerRow[]) {
    super();
    for (const row of rows) this.lines.set(row.number, row);
  }

  /** Enters an item before it has reported anything, so that the ledger is whole from the first moment. */
  open(birth: ItemBirth): void {
    const row = new ItemLife(birth).firstRow();
    if (birth.adding && !this.lines.has(row.number)) this.place(row);
    else this.note(row);
  }

  /** An item that is added comes after the others of its category, for it is found there. */
  private place(row: LedgerRow): void {
    const all = this.rows;
    const last = all.findLastIndex(({ number }) => categoryOf(number) === categoryOf(row.number));
    const at = last < 0 ? all.length : last + 1;
    this.lines.clear();
    for (const one of [...all.slice(0, at), row, ...all.slice(at)]) this.lines.set(one.number, one);
    this.noteNews();
  }

  /** Takes a report in, unless a newer one is there. A log that went back is noted for ever. */
  note({ logWentBack: _, ...row }: LedgerRow): void {
    const line = lineAfter(this.lines.get(row.number), row);
    if (!line) return;
    this.lines.set(row.number, line);
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
