import { type Json, machineValue } from './cell';
import type { ColumnKey } from './columns';
import type { LedgerCells } from './line';

/** What programs read in a column of a line. */
export const valueOf = (cells: LedgerCells, key: ColumnKey): Json | undefined => {
  const cell = cells[key];
  return cell && machineValue(cell);
};
