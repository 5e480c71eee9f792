import { type NumberedResult, numberedResults } from '../../../domain/item/results';
import type { Deed } from '../../../domain/item/state';
import { html, type Markup } from '../../../base/markup';
import type { Roster } from '../../../domain/round/roster';
import type { ItemRecord } from '../record';
import { type Cell, deed, listing, named, unbroken, who, written, zh } from './parts';

const HEAD = ['号', '成效', '措施', '佐证', '核实人', '说明', '登记', '更正、撤销'] as const;

const change = (what: string, done: (Deed & { reason: string }) | undefined, roster: Roster): Markup[] =>
  done ? [html`${deed(done, roster)} ${written(named([[what, done.reason]]))} `] : [];

const changes = ({ corrected, withdrawn }: NumberedResult, roster: Roster): Markup[] => [
  ...change('更正原因', corrected, roster),
  ...change('撤销原因', withdrawn, roster),
];

/** What the item has brought (整改成效), as it was recorded; the log has the figures before a correction. */
export const results = ({ state, context: { roster } }: ItemRecord): Markup | undefined =>
  listing(
    '整改成效',
    HEAD,
    numberedResults(state).map((result): Cell[] => [
      result.no,
      unbroken(zh.resultFigure(result.kind, result.figure)),
      result.measure,
      result.evidence,
      who(result.vouchedBy, roster),
      result.note,
      deed(result, roster),
      changes(result, roster),
    ]),
  );
