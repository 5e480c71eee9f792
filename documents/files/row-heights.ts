import { type ColumnKey, type LedgerDocument, type LedgerLine, spansOf } from '../ledger';
import { widthOf } from '../../base/width';

/** Of a line of text of 10 points, the room above and below a text, and the highest row of Excel; in points. */
const LINE = 13.5;
const MARGIN = 4;
export const HIGHEST = 409;

/** What a cell keeps free at its sides, and what fonts differ in; in half-width characters. */
const SIDES = 2;

/** In half-width characters. */
type Width = (column: ColumnKey) => number;

/** How many lines a text takes in a column. Chinese is broken anywhere. */
export const linesOfText = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (width - SIDES))), 0);

export const heightOfLines = (lines: number): number => lines * LINE + MARGIN;

/** The rows that add up to a height: a text that needs more than Excel's highest row takes several. */
export const rowsOfHeight = (height: number): number[] => {
  const rows = Math.ceil(height / HIGHEST);
  return Array.from({ length: rows }, () => height / rows);
};

const longestIn = ({ cells }: LedgerLine, keys: readonly ColumnKey[], width: Width): number =>
  keys.reduce((most, key) => {
    const cell = cells[key];
    return cell?.type === 'text' ? Math.max(most, linesOfText(cell.text, width(key))) : most;
  }, 1);

/** Room for the longest text of each line, up to `most` lines of it; in points. */
export const compactHeights = ({ lines, columns }: LedgerDocument, width: Width, most: number): number[] => {
  const keys = columns.map(({ key }) => key);
  return lines.map((line) => heightOfLines(Math.min(most, longestIn(line, keys, width))));
};

/**
 * Room for every text, in points. Excel does not make room for that of merged cells: what the lines of an item, or of
 * a category, lack for it is shared among them.
 */
export const mergedHeights = ({ lines, columns }: LedgerDocument, width: Width): number[] => {
  const needed = lines.map(() => 1);
  for (const level of ['measure', 'item', 'category'] as const) {
    const keys = columns.filter((column) => column.level === level).map(({ key }) => key);
    for (const { from, lines: count } of spansOf(lines, level)) {
      const line = lines[from];
      const there = needed.slice(from, from + count).reduce((sum, one) => sum + one, 0);
      const lacking = line ? longestIn(line, keys, width) - there : 0;
      for (let index = from; index < from + count; index += 1)
        needed[index] = (needed[index] ?? 0) + Math.max(0, lacking) / count;
    }
  }
  return needed.map(heightOfLines);
};
