import { bare } from '../../base/half-width';
import { choiceIn, chosenIn, type Choosing, isTick } from '../choice';
import { timeIn } from '../deadline';
import type { Note } from '../draft';
import type { SourceField } from '../source-field';
import type { SourceCell, SourceRow, SourceTable } from '../source';
import { oneLine } from './cell-text';
import type { Header } from './header';

/** How the fields are chosen in which one can choose; what is written of problems and measures is left as it is. */
const CHOOSING: Partial<Record<SourceField, Choosing>> = {
  kind: 'one',
  'measure-kind': 'one',
  priority: 'one',
  tags: 'several',
  source: 'several',
  classified: 'secrecy',
  leader: 'several',
  section: 'several',
  handler: 'several',
  acceptor: 'several',
  assistants: 'several',
  deadline: 'several',
  'measure-owner': 'several',
  'measure-deadline': 'several',
};

/** A table in which every cell says only what is chosen in it, and where that is doubtful. */
export type Ticked = { table: SourceTable; header: Header; notes: Note[] };

const isKind = (text: string): boolean => /^.{2,6}$/.test(bare(text)) && timeIn(text).kind !== undefined;

/** What stands above the names of kinds, if anything that is known; below another heading they are none. */
const ABOVE_KINDS: ReadonlySet<SourceField | undefined> = new Set([undefined, 'kind', 'deadline']);

/** Columns for one kind each, below the name of which it is ticked. */
const kindColumns = ({ rows }: SourceTable, { top, bottom, columns }: Header): Map<number, string> => {
  const kinds = new Map<number, string>();
  for (const { cells } of rows.slice(top, bottom))
    cells.forEach((cell, column) => {
      if (cell !== undefined && isKind(cell.text) && ABOVE_KINDS.has(columns.get(column)))
        kinds.set(column, bare(cell.text));
    });
  return kinds.size > 1 ? kinds : new Map<number, string>();
};

/** What is written where there should only be ticks; a heading that a new page repeats is no such thing. */
const wordsIn = ({ cells }: SourceRow, kinds: ReadonlyMap<number, string>): string[] => {
  const found = Array.from(kinds).flatMap(([column, kind]) => {
    const text = oneLine(cells[column]?.text ?? '');
    const isWord = /\p{L}{2}|\p{N}/u.test(text) && bare(text) !== kind && choiceIn(text) === undefined;
    return isWord ? [text] : [];
  });
  return [...new Set(found)];
};

/** One column of kinds in the place of those. */
const withOneKind = (table: SourceTable, header: Header): Ticked => {
  const notes: Note[] = [];
  const kinds = kindColumns(table, header);
  const [first] = kinds.keys();
  if (first === undefined) return { table, header, notes };
  const others = ({ cells }: SourceRow) =>
    cells.map((cell, column) => (kinds.has(column) ? undefined : cell));
  const { sheet } = table;
  const inRow = (row: SourceRow): SourceRow => {
    const ticked = Array.from(kinds).filter(([column]) => isTick(row.cells[column]?.text ?? ''));
    for (const text of wordsIn(row, kinds))
      notes.push({ line: row.line, ...(sheet !== undefined && { sheet }), type: 'left-out', text });
    const text = ticked.map(([, kind]) => `√${kind}`).join(' ');
    const cells = others(row);
    if (text !== '') cells[first] = { text };
    return { line: row.line, cells };
  };
  const rows = table.rows.map((row, index) => {
    if (index < header.top) return row;
    return index < header.bottom ? { line: row.line, cells: others(row) } : inRow(row);
  });
  const columns = new Map(header.columns);
  for (const column of kinds.keys()) columns.delete(column);
  columns.set(first, 'kind');
  const unknown = header.unknown.filter(({ column }) => !kinds.has(column));
  return { table: { ...table, rows }, header: { ...header, columns, unknown }, notes };
};

/** Leaves in each cell what is ticked there; what is not ticked is not chosen. */
const withChosen = ({ table, header, notes: before }: Ticked): Ticked => {
  const notes = [...before];
  const { sheet } = table;
  const settled = new Map<SourceCell, SourceCell>();
  const settle = (cell: SourceCell, line: number, choosing: Choosing): SourceCell => {
    const known = settled.get(cell);
    if (known) return known;
    const { text, isUnclear } = chosenIn(cell.text, choosing);
    const own = text === cell.text ? cell : { text };
    settled.set(cell, own);
    if (isUnclear)
      notes.push({
        line,
        ...(sheet !== undefined && { sheet }),
        type: 'ticks-unclear',
        text: oneLine(cell.text),
      });
    return own;
  };
  const rows = table.rows.map(({ line, cells }, index) => ({
    line,
    cells:
      index < header.bottom
        ? cells
        : cells.map((cell, column) => {
            const choosing = CHOOSING[header.columns.get(column) ?? 'no'];
            return cell && choosing ? settle(cell, line, choosing) : cell;
          }),
  }));
  return { table: { ...table, rows }, header, notes };
};

/** Reads the ticks of a table. */
export const ticked = (table: SourceTable, header: Header): Ticked => withChosen(withOneKind(table, header));
