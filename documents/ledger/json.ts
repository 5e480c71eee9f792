import { iso } from '../../domain/calendar/iso';
import { type Json, machineValue } from './cell';
import type { ColumnKey } from './columns';
import type { LedgerDocument } from './ledger';
import type { LedgerLine } from './line';
import type { LineJson } from './line-json';

/** A line by the names of its columns; what is absent is left out. The tests hold its cells to their types. */
const lineJson = ({ cells }: LedgerLine, keys: readonly ColumnKey[]): LineJson => {
  const line: Partial<Record<ColumnKey, Json>> = {};
  for (const key of keys) {
    const value = cells[key] && machineValue(cells[key]);
    if (value !== undefined) line[key] = value;
  }
  return line as LineJson;
};

/**
 * The ledger for programs (docs/cli.md): codes, ids, dates `YYYY-MM-DD` and fen, whatever language the document is
 * in; one row per measure.
 */
export const ledgerJson = (ledger: LedgerDocument) => {
  const { round, title, body, drill, identity, now, provisionalYears, totals, lines, columns } = ledger;
  const keys = columns.map(({ key }) => key);
  return {
    round,
    title,
    body,
    ...(drill !== undefined && { drill }),
    identity,
    now: iso(now),
    provisionalYears,
    totals,
    rows: lines.map((line) => lineJson(line, keys)),
  };
};
