import type { ItemNumber } from '../../base/ids';
import type { Cell } from './cell';
import type { ColumnKey } from './columns';

export type LedgerCells = Readonly<Partial<Record<ColumnKey, Cell>>>;

/** A measure of an item. What is said of the item, or of its category, is in each of its lines. */
export type LedgerLine = { item: ItemNumber; category: string; cells: LedgerCells };
