import { type ResultTotals, sumOfResults } from '../../domain/item/result-kind';
import type { LedgerCells, LedgerLine } from './line';
import { spansOf } from './spans';
import { valueOf } from './value';

/** What the column of a measure says. */
const ofMeasure = (cells: LedgerCells): ResultTotals => ({
  ...(cells.recoveredFen && { 'money-saved': Number(valueOf(cells, 'recoveredFen')) }),
  ...(cells.regulation && { 'rules-made': 1 }),
});

/** What the items of a ledger have brought, as somebody would add it up out of its lines; undefined for nothing. */
export const resultsIn = (lines: readonly LedgerLine[]): ResultTotals | undefined =>
  sumOfResults(
    spansOf(lines, 'item').map(({ from, lines: count }) => {
      const own = lines.slice(from, from + count).map(({ cells }) => cells);
      const recorded = own[0] && valueOf(own[0], 'resultTotals');
      return recorded === undefined ? sumOfResults(own.map(ofMeasure)) : (recorded as ResultTotals);
    }),
  );
