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

/** What separates the cells of a row that takes several lines. */
const DOT = ' · ';
const INDENT = '  ';

/** A row on a screen that is too narrow for it: the columns up to the first flexible one, and below them the others. */
const stackedRow = (
  cells: readonly string[],
  { lead, columns }: { lead: number; columns: number },
  dyed: (text: string, column: number) => string,
): string[] => {
  const before = cells.slice(0, lead).map((cell) => cell + ' '.repeat(GAP));
  const room = Math.max(LEAST, columns - widthOf(before.join('')));
  const lines = [
    [...before.map((cell, column) => dyed(cell, column)), dyed(fit(cells[lead] ?? '', room), lead)].join(''),
  ];
  let [line, used] = ['', 0];
  for (const [index, cell] of cells.slice(lead + 1).entries()) {
    if (cell === '') continue;
    const cut = fit(cell, columns - INDENT.length);
    const text = dyed(cut, lead + 1 + index);
    const isNext = used > 0 && used + DOT.length + widthOf(cut) <= columns;
    if (used > 0 && !isNext) lines.push(line);
    line = isNext ? line + DOT + text : INDENT + text;
    used = isNext ? used + DOT.length + widthOf(cut) : INDENT.length + widthOf(cut);
  }
  return used > 0 ? [...lines, line] : lines;
};

const layStacked = (table: TableOf<string>, layout: Layout, columns: number): string => {
  const place = { lead: table.flexible?.[0] ?? 0, columns };
  return [
    ...stackedRow(table.head, place, layout.head),
    ...table.rows.flatMap((row, index) =>
      stackedRow(row, place, (text, column) => layout.dyed(text, index, column)),
    ),
  ].join('\n');
};

/**
 * A table without lines. Cells are one line each and safe already; styles are put on after they are cut. On a screen that
 * is too narrow for all columns a row takes several lines.
 */
export const layTable = (table: TableOf<string>, layout: Layout): string => {
  const widths = widthsOf(table, layout.columns);
  const whole = widths.reduce((sum, width) => sum + width + GAP, -GAP);
  if (layout.columns !== undefined && whole > layout.columns)
    return layStacked(table, layout, layout.columns);
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
