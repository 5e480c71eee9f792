import { STATUSES } from '../../domain/item/states';
import { PUBLISHED } from '../../domain/round/published';
import type { Totals } from '../../domain/round/totals';
import type { ColumnKey } from './columns';
import type { LedgerDocument } from './ledger';
import type { LedgerCells } from './line';
import type { Remark } from './remark';
import { resultsIn } from './results';
import { spansOf } from './spans';
import { valueOf } from './value';

const hasRemark = (cells: LedgerCells, type: Remark['type']): boolean => {
  const remarks = valueOf(cells, 'remarks');
  return Array.isArray(remarks) && (remarks as readonly Remark[]).some((remark) => remark.type === type);
};

/**
 * The figures of the round as somebody would count them out of the lines of its ledger, for comparison: they equal
 * its totals.
 */
export const figuresOfLedger = ({ lines }: Pick<LedgerDocument, 'lines'>): Totals => {
  const items = spansOf(lines, 'item').flatMap(({ from }) => lines[from]?.cells ?? []);
  const count = (test: (cells: LedgerCells) => boolean) => items.filter(test).length;
  const tally = <K extends string>(keys: readonly K[], column: ColumnKey) =>
    Object.fromEntries(keys.map((key) => [key, count((cells) => valueOf(cells, column) === key)])) as Record<
      K,
      number
    >;
  const resultTotals = resultsIn(lines);
  return {
    items: items.length,
    byStatus: tally(STATUSES, 'status'),
    byPublished: tally(PUBLISHED, 'published'),
    overdue: count((cells) => hasRemark(cells, 'overdue')),
    withoutDeadline: count((cells) => cells.deadline?.type !== 'date'),
    closedLate: count((cells) => hasRemark(cells, 'closed-late')),
    lateAgainstOriginal: count((cells) => hasRemark(cells, 'late-against-original')),
    returned: count((cells) => Number(valueOf(cells, 'reviewRound')) > 1),
    escalated: count((cells) => hasRemark(cells, 'escalated')),
    undeliverable: count((cells) => hasRemark(cells, 'undeliverable')),
    ...(resultTotals && { resultTotals }),
  };
};
