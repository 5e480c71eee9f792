import type { SourceCell, SourceTable } from '../../intake/source';

/**
 * A table from rows of texts: `^` is the cell above, `<` the one before it, as merged cells are; an empty text is
 * no cell.
 */
export const gridOf = (rows: readonly (readonly string[])[]): { table: SourceTable } => {
  const cells: (SourceCell | undefined)[][] = [];
  for (const row of rows) {
    const line: (SourceCell | undefined)[] = [];
    row.forEach((text, column) => {
      const merged = text === '^' ? cells.at(-1)?.[column] : text === '<' ? line[column - 1] : undefined;
      line.push(merged ?? (text === '' ? undefined : { text }));
    });
    cells.push(line);
  }
  return { table: { rows: cells.map((line, index) => ({ line: index + 1, cells: line })) } };
};
