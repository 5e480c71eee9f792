import { fit, widthOf } from '../../../base/width';

/** `flexible`: the columns that give way when the screen is narrow. */
export type TableOf<Cell> = {
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
  flexible?: readonly number[];
  right?: readonly number[];
};

export type Layout = {
  /** Undefined: as wide as necessary. */
  columns: number | undefined;
  head: (text: string) => string;
  dyed: (text: string, row: number, column: number) => string;
};

const GAP = 2;
/** The least width of a flexible column on the narrowest screen. */
const LEAST = 10;

/** The widths of all columns, the excess taken from the flexible ones, the widest first. */
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
  const cell = (text: string, column: number, dyed: (text: string) => string): string => {
    const width = widths[column] ?? 0;
    const cut = fit(text, width);
    const room = ' '.repeat(Math.max(0, width - widthOf(cut)));
    return table.right?.includes(column) ? room + dyed(cut) : dyed(cut) + room;
  };
  const line = (cells: readonly string[]): string => cells.join(' '.repeat(GAP)).trimEnd();
  return [
    line(table.head.map((text, column) => cell(text, column, layout.head))),
    ...table.rows.map((row, index) =>
      line(row.map((text, column) => cell(text, column, (cut) => layout.dyed(cut, index, column)))),
    ),
  ].join('\n');
};
