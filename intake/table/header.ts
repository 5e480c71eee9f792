import { fieldNamed } from '../field';
import type { SourceField } from '../source-field';
import { bare } from '../../base/half-width';
import type { SourceCell, SourceRow, SourceTable } from '../source';

/** Columns that our template has, and hardly another table all of. */
const OURS = ['no', 'category', 'acceptor', 'measure-kind', 'measure-owner', 'measure-deadline'] as const;

export type Header = {
  /** The rows from `top` to before `bottom` are the header. */
  top: number;
  bottom: number;
  columns: ReadonlyMap<number, SourceField>;
  /** Columns with a heading that nothing is known of. */
  unknown: { column: number; heading: string }[];
};

/** So far down a sheet the header is looked for: above it stand titles. */
const DEEPEST_HEADER = 40;
const MOST_HEADER_ROWS = 4;

/** Below a heading for measures, these are fields of the measure. */
const OF_MEASURE: Partial<Record<SourceField, SourceField>> = {
  problem: 'measures',
  handler: 'measure-owner',
  leader: 'measure-owner',
  section: 'measure-owner',
  deadline: 'measure-deadline',
  kind: 'measure-kind',
};

/** Beside a column of problems, a second one with such a heading has those that are the items. */
const SPECIFIC = /具体问题|specific/i;

const CONTENT = /^(?:内容|措施|具体内容|主要内容|contents?|descriptions?|details?)$/i;

/** Words in the rows of a header, below a heading that is known, that are none themselves. */
export const strayIn = (
  { rows }: SourceTable,
  { top, bottom, columns }: Header,
): { line: number; text: string }[] =>
  rows.slice(top + 1, bottom).flatMap(({ line, cells }, index) =>
    Array.from(columns.keys(), (column) => ({ cell: cells[column], above: rows[top + index]?.cells[column] }))
      .filter(({ cell, above }) => cell !== above)
      .map(({ cell }) => cell?.text ?? '')
      .filter((text) => text !== '' && fieldNamed(text) === undefined && !CONTENT.test(bare(text)))
      .map((text) => ({ line, text })),
  );

const headingsOf = (rows: readonly SourceRow[], column: number): string[] => {
  const cells = new Set(rows.map(({ cells: all }) => all[column]).filter((cell) => cell !== undefined));
  return Array.from(cells, ({ text }) => text.trim()).filter((text) => text !== '');
};

/** What stands above the column of a field, in one line; undefined where the table has no such column. */
export const headingOf = (
  { rows }: SourceTable,
  { top, bottom, columns }: Header,
  field: SourceField,
): string | undefined => {
  const column = Array.from(columns).find(([, held]) => held === field)?.[0];
  return column === undefined ? undefined : headingsOf(rows.slice(top, bottom), column).join(' ');
};

const fieldOfColumn = (headings: readonly string[]): SourceField | undefined => {
  const fields = headings.map(fieldNamed);
  const underMeasures = fields.slice(0, -1).includes('measures');
  if (underMeasures && CONTENT.test(bare(headings.at(-1) ?? ''))) return 'measures';
  const last = fields.findLast((field) => field !== undefined);
  if (last === undefined) return undefined;
  if (underMeasures && fields.at(-1) === undefined) return undefined;
  return underMeasures ? (OF_MEASURE[last] ?? last) : last;
};

const fieldsIn = ({ cells }: SourceRow): Set<SourceField> => {
  const distinct = new Set(cells.filter((cell) => cell !== undefined));
  return new Set(Array.from(distinct, ({ text }) => fieldNamed(text)).filter((field) => field !== undefined));
};

const isHeader = (row: SourceRow): boolean => {
  const fields = fieldsIn(row);
  return fields.size >= 2 && (fields.has('problem') || fields.has('measures'));
};

const cellAt = (rows: readonly SourceRow[], row: number, column: number): SourceCell | undefined =>
  rows[row]?.cells[column];

/** Down to where merged headings end; one that spans columns has its own headings below. */
const bottomOf = (rows: readonly SourceRow[], top: number): number => {
  let bottom = top + 1;
  const width = rows[top]?.cells.length ?? 0;
  for (let column = 0; column < width; column++) {
    const cell = cellAt(rows, top, column);
    if (cell === undefined || cell.text.trim() === '') continue;
    let end = top + 1;
    while (end < top + MOST_HEADER_ROWS && cellAt(rows, end, column) === cell) end++;
    const below = cellAt(rows, end, column);
    const spans = cellAt(rows, top, column + 1) === cell;
    if (
      spans &&
      below !== undefined &&
      below.text.trim() !== '' &&
      fieldsIn(rows[end] ?? { line: 0, cells: [] }).size > 0
    )
      end += 1;
    bottom = Math.max(bottom, end);
  }
  return bottom;
};

/** The header of a table, if it has one that says problem or measures; undefined for other tables. */
export const headerOf = ({ rows }: SourceTable): Header | undefined => {
  const top = rows.slice(0, DEEPEST_HEADER).findIndex(isHeader);
  if (top < 0) return undefined;
  const bottom = bottomOf(rows, top);
  const header = rows.slice(top, bottom);
  const columns = new Map<number, SourceField>();
  const unknown: Header['unknown'] = [];
  const width = header.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  for (let column = 0; column < width; column++) {
    const headings = headingsOf(header, column);
    const field = fieldOfColumn(headings);
    const taken = Array.from(columns).find(([, held]) => held === field)?.[0];
    const isSpecific = field === 'problem' && SPECIFIC.test(headings.at(-1) ?? '');
    const hasCategory = Array.from(columns.values()).includes('category');
    if (taken !== undefined && isSpecific && !hasCategory) columns.set(taken, 'category');
    if (field !== undefined && (taken === undefined || columns.get(taken) !== field))
      columns.set(column, field);
    else if (headings.length > 0) unknown.push({ column, heading: headings.join(' ') });
  }
  return { top, bottom, columns, unknown };
};

/** Whether a table is our template, whose numbers are those of the items: `1.2` is the second of the first category. */
export const isOurs = ({ columns }: Header): boolean => {
  const fields = new Set<SourceField>(columns.values());
  return OURS.every((field) => fields.has(field));
};

/** A header that a page break repeats. */
export const repeatsHeader = (row: SourceRow): boolean => isHeader(row) && fieldsIn(row).size >= 3;

/** Whether a header further down has its columns in another order, so that another table begins there. */
const isOther = (row: SourceRow, { columns }: Header): boolean =>
  repeatsHeader(row) &&
  row.cells.some((cell, column) => {
    const field = cell && fieldNamed(cell.text);
    const above = columns.get(column);
    return field !== undefined && above !== undefined && field !== above;
  });

/** The tables that stand one below another in a sheet. */
export const tablesIn = (table: SourceTable): SourceTable[] => {
  const { rows } = table;
  const starts = [0];
  let header = headerOf(table);
  rows.forEach((row, at) => {
    const bottom = (starts.at(-1) ?? 0) + (header?.bottom ?? Infinity);
    if (header === undefined || at < bottom || !isOther(row, header)) return;
    starts.push(at);
    header = headerOf({ rows: rows.slice(at, at + DEEPEST_HEADER) });
  });
  return starts.map((from, index) => ({ ...table, rows: rows.slice(from, starts[index + 1]) }));
};
