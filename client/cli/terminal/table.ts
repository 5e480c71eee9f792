import Table from 'cli-table3';
import { fit, widthOf } from '../../../base/width';

/** `flexible`: the columns that give way when the screen is narrow. */
export type TableOf<Cell> = {
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
  flexible?: readonly number[];
  right?: readonly number[];
};

export type Layout = {
  /** Undefined: as wide as need be. */
  columns: number | undefined;
  head: (text: string) => string;
  dyed: (text: string, row: number, column: number) => string;
};

const GAP = 2;
/** A flexible column keeps so much on the narrowest screen. */
const LEAST = 10;

const NO_LINES = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right']
    .concat(['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'])
    .map((name) => [name, '']),
);

/** The widths of all columns, with what is too much taken from the flexible ones, the widest first. */
export const widthsOf = (table: TableOf<string>, columns: number | undefined): number[] => {
  const lines = [table.head, ...table.rows];
  const widths = table.head.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))));
  if (columns === undefined) return widths;
  const flexible = table.flexible ?? [];
  const whole = () => widths.reduce((sum, width) => sum + width + GAP, -GAP);
  while (whole() > columns) {
    const widest = flexible.reduce<number | undefined>((best, column) => {
      const width = widths[column] ?? 0;
      return width > LEAST && width > (best === undefined ? 0 : (widths[best] ?? 0)) ? column : best;
    }, undefined);
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
};

/** A table without lines. Cells are one line each and safe already; styles are put on after they are cut. */
export const layTable = (table: TableOf<string>, layout: Layout): string => {
  const widths = widthsOf(table, layout.columns);
  const cut = (text: string, column: number) => fit(text, widths[column] ?? 0);
  const laid = new Table({
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP },
    colWidths: widths.map((width) => width + GAP),
    colAligns: widths.map((_, column) => (table.right?.includes(column) ? 'right' : 'left')),
  });
  laid.push(table.head.map((text, column) => layout.head(cut(text, column))));
  table.rows.forEach((row, index) => {
    laid.push(row.map((text, column) => layout.dyed(cut(text, column), index, column)));
  });
  return laid
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
};
