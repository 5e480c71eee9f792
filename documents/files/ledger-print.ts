import {
  type Cell,
  type ColumnKey,
  type LedgerColumn,
  type LedgerDocument,
  type LedgerLine,
  ledgerWords,
  spansOf,
} from '../ledger';
import { widthsOf } from './ledger-cells';

/*
 * The print view of the ledger: fourteen columns that fit a sheet of A3 across at the size of their letters, a row for
 * each item.
 */

/** In points. */
export const PRINT_SIZE = 9;

/** What fits between the margins of A3 across, in half-width characters of the workbook's own font. */
const ACROSS = 204;

/** What the office and a meeting look at, of problem, task and duty (三张清单), with how wide it is to be. */
const WIDTHS = {
  number: 7,
  category: 12,
  problem: 24,
  kind: 9,
  measure: 40,
  leader: 8,
  section: 11,
  handler: 8,
  originalDeadline: 11,
  deadline: 11,
  progress: 34,
  evidence: 24,
  status: 9,
  remarks: 18,
} as const satisfies Partial<Record<ColumnKey, number>>;

const isPrinted = (key: ColumnKey): key is keyof typeof WIDTHS => key in WIDTHS;

/** No column of the view shares a cell with the next line. */
const columnsOf = ({ columns }: LedgerDocument): LedgerColumn[] =>
  columns.flatMap(({ key, group, heading, centred }): LedgerColumn[] => {
    if (!isPrinted(key)) return [];
    const whole = group?.heading ?? heading;
    return [
      { key, heading: whole, whole, level: 'measure', width: WIDTHS[key], ...(centred && { centred }) },
    ];
  });

const textOf = (cell: Cell | undefined): string => (cell?.type === 'text' ? cell.text : '');

/** The texts of a column of several measures, each on lines of its own. */
const joined = (texts: readonly string[]): Cell | undefined => {
  const all = texts.filter((text) => text !== '');
  return all.length === 0 ? undefined : { type: 'text', text: all.join('\n') };
};

/** The lines of an item in one. */
const lineOf = (lines: readonly LedgerLine[], ledger: LedgerDocument): LedgerLine[] => {
  const [first] = lines;
  if (!first) return [];
  const { print } = ledgerWords(ledger.language);
  const measure = joined(
    lines.map(({ cells }) => print.measure(textOf(cells.measure), textOf(cells.measureStatus))),
  );
  const evidence = joined(
    lines.map(({ cells }, index) =>
      cells.evidence ? print.evidence(index + 1, textOf(cells.evidence)) : '',
    ),
  );
  return [
    { ...first, cells: { ...first.cells, ...(measure && { measure }), ...(evidence && { evidence }) } },
  ];
};

/** A ledger with the columns and lines of its print view. */
export const printed = (ledger: LedgerDocument): LedgerDocument => ({
  ...ledger,
  columns: columnsOf(ledger),
  lines: spansOf(ledger.lines, 'item').flatMap(({ from, lines }) =>
    lineOf(ledger.lines.slice(from, from + lines), ledger),
  ),
});

/** The widths of a print view: codes and dates have what they need, and texts share what is left, so that all fit. */
export const printWidths = (view: LedgerDocument): Map<ColumnKey, number> => {
  const least = widthsOf(view);
  const fixed = view.columns.filter(({ centred }) => centred);
  const texts = view.columns.filter(({ centred }) => !centred);
  const sum = (columns: readonly LedgerColumn[]) =>
    columns.reduce((all, { key }) => all + (least.get(key) ?? 0), 0);
  const share = (ACROSS - sum(fixed)) / sum(texts);
  return new Map(
    view.columns.map(({ key, centred }) => {
      const width = least.get(key) ?? 0;
      return [key, centred ? width : Math.floor(width * share)];
    }),
  );
};
