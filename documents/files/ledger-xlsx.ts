import type { CellObject, SheetData } from 'write-excel-file/node';
import { type LedgerColumn, type LedgerDocument, ledgerWords, spansOf } from '../ledger';
import { excelText } from './excel-text';
import { BORDERS, excelCell, FONTS, widthsOf } from './ledger-cells';
import { PRINT_SIZE, printed, printWidths } from './ledger-print';
import type { ExcelSheet } from './worksheet-elements';
import { type PageSetup, pageSetups } from './page-setup';
import { compactHeights, heightOfLines, linesOfText, mergedHeights, rowsOfHeight } from './row-heights';

/** The columns that say which item a line is of. */
const STICKY_COLUMNS = 3;
/** Title, preface and two rows of headings. */
const TOP_ROWS = 4;
/** How many lines of a text are visible in the list. */
const LIST_LINES = 4;
/** In points; twice as high where the headings are in one row. */
const HEADING_HEIGHT = 18;
const HEADING_COLOUR = '#DDE6F0';
/** How much more the letters of the print view leave room for than those of the workbook; a little less than they do. */
const ROOM = 1.08;
const TOTALS_WIDTHS = [46, 20] as const;

type Page = { sheet: ExcelSheet; setup: PageSetup };
type Empty = null;

/** `0` is `A`, `26` is `AA`. */
const letters = (column: number): string => {
  const last = String.fromCharCode('A'.charCodeAt(0) + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
};

const text = (ledger: LedgerDocument, value: string, style: CellObject = {}): CellObject => ({
  type: String,
  value: excelText(value, ledgerWords(ledger.language).cut),
  wrap: true,
  alignVertical: 'center',
  ...style,
});

const headingStyle = (ledger: LedgerDocument): CellObject => ({
  fontFamily: FONTS[ledger.language].heading,
  backgroundColor: HEADING_COLOUR,
  align: 'center',
  ...BORDERS,
});

/** A cell that spans columns, and the empty places that it covers. */
const across = (cell: CellObject, columns: number): (CellObject | Empty)[] => [
  { ...cell, columnSpan: columns },
  ...Array.from({ length: columns - 1 }, () => null),
];

/** Title and preface. They begin at the left, where a screen shows them whatever the width of the table. */
const topRows = (ledger: LedgerDocument, columns: number): SheetData => {
  const { heading } = FONTS[ledger.language];
  const title = text(ledger, ledger.heading, { fontFamily: heading, fontSize: 16, height: 30, wrap: false });
  const colour = ledger.drill === undefined ? {} : { textColor: '#C00000' };
  const preface = text(ledger, ledger.preface.join('　　'), { height: 20, wrap: false, ...colour });
  return [across(title, columns), across(preface, columns)];
};

/** Two rows of headings: those of groups over their columns, all others over both rows. */
const headingRows = (ledger: LedgerDocument): SheetData => {
  const { columns } = ledger;
  const style = { ...headingStyle(ledger), height: HEADING_HEIGHT };
  const upper = columns.map(({ heading, group }, index): CellObject | Empty => {
    if (!group) return { ...text(ledger, heading, style), rowSpan: 2 };
    if (columns[index - 1]?.group?.key === group.key) return null;
    const size = columns.filter((one) => one.group?.key === group.key).length;
    return { ...text(ledger, group.heading, style), columnSpan: size };
  });
  const lower = columns.map(({ heading, group }) => (group ? text(ledger, heading, style) : null));
  return [upper, lower];
};

/** Shown in red, so that nobody overlooks it. */
const isAlarming = ({ key }: LedgerColumn, ledger: LedgerDocument, line: number): boolean => {
  const published = ledger.lines[line]?.cells.published;
  return key === 'published' && published?.type === 'text' && published.value === 'not-completed';
};

const bodyCell = (ledger: LedgerDocument, column: LedgerColumn, line: number): CellObject => {
  const cell = ledger.lines[line]?.cells[column.key];
  return {
    ...(cell ? excelCell(cell, ledger.language) : {}),
    // At the top: a cell shared by lines stays readable where a page ends among them.
    wrap: true,
    alignVertical: 'top',
    ...BORDERS,
    ...(column.centred && { align: 'center' }),
    ...(isAlarming(column, ledger, line) && { textColor: '#C00000', fontWeight: 'bold' }),
  };
};

/** One row per measure, every cell filled. */
const flatRows = (ledger: LedgerDocument, heights: readonly number[]): CellObject[][] =>
  ledger.lines.map((_, line) =>
    ledger.columns.map((column) => ({ ...bodyCell(ledger, column, line), height: heights[line] ?? 0 })),
  );

/**
 * The same with one cell for what the measures of an item, or the items of a category, have in common. A line that is
 * higher than a row can be has further rows, whose height is kept by a cell beyond the last column.
 */
const mergedRows = (ledger: LedgerDocument, heights: readonly number[]): (CellObject | Empty)[][] => {
  const parts = heights.map(rowsOfHeight);
  /** The row at which each line begins, and at last the one after all. */
  const starts = [0];
  for (const { length } of parts) starts.push((starts.at(-1) ?? 0) + length);
  const rows: (CellObject | Empty)[][] = parts.flatMap(([first = 0, ...further], line) => [
    ledger.columns.map((column) => ({ ...bodyCell(ledger, column, line), height: first })),
    ...further.map((height) => [...ledger.columns.map(() => null), { height }]),
  ]);
  ledger.columns.forEach(({ level }, column) => {
    for (const { from, lines } of spansOf(ledger.lines, level)) {
      const top = starts[from] ?? 0;
      const rowSpan = (starts[from + lines] ?? top) - top;
      const first = rows[top]?.[column];
      if (rowSpan === 1 || !first) continue;
      rows[top]?.splice(column, 1, { ...first, rowSpan });
      for (let row = top + 1; row < top + rowSpan; row += 1) rows[row]?.splice(column, 1, null);
    }
  });
  return rows;
};

const setupOf = (ledger: LedgerDocument, name: string, more: Partial<PageSetup>): PageSetup => ({
  name,
  paper: 'A3',
  orientation: 'landscape',
  footer: ledgerWords(ledger.language).page,
  header: { left: ledger.preface[0] ?? '', right: ledger.today },
  ...more,
});

/** 台账, for reading and printing. */
const readingPage = (ledger: LedgerDocument): Page => {
  const name = ledgerWords(ledger.language).sheet.ledger;
  const widths = widthsOf(ledger);
  const heights = mergedHeights(ledger, (key) => widths.get(key) ?? 0);
  const top = topRows(ledger, ledger.columns.length);
  return {
    sheet: {
      sheet: name,
      data: [...top, ...headingRows(ledger), ...mergedRows(ledger, heights)],
      columns: [...widths.values()].map((width) => ({ width })),
      stickyRowsCount: TOP_ROWS,
      stickyColumnsCount: STICKY_COLUMNS,
    },
    setup: setupOf(ledger, name, { titleRows: { from: 1, to: TOP_ROWS } }),
  };
};

/** A cell in the letters of the print view. */
const small = (cell: CellObject): CellObject => ({ ...cell, fontSize: PRINT_SIZE });

/** 打印, on paper: as many columns as can be read there. */
const printPage = (ledger: LedgerDocument): Page => {
  const name = ledgerWords(ledger.language).sheet.print;
  const view = printed(ledger);
  const widths = printWidths(view);
  // Smaller letters: more of them in a line, and lines that are lower.
  const heights = mergedHeights(view, (key) => (widths.get(key) ?? 0) * ROOM).map((height) => height / ROOM);
  const style = { ...headingStyle(view), height: 2 * HEADING_HEIGHT };
  const rows = [view.columns.map(({ whole }) => text(view, whole, style)), ...mergedRows(view, heights)];
  const lower = rows.map((row) => row.map((cell) => cell && small(cell)));
  const top = topRows(view, view.columns.length);
  return {
    sheet: {
      sheet: name,
      data: [...top, ...lower],
      columns: [...widths.values()].map((width) => ({ width })),
      stickyRowsCount: top.length + 1,
    },
    setup: setupOf(view, name, { titleRows: { from: 1, to: top.length + 1 } }),
  };
};

/** 明细, for filters and sorting: nothing merged, and nothing over the headings. */
const listPage = (ledger: LedgerDocument): Page => {
  const name = ledgerWords(ledger.language).sheet.list;
  const { columns, lines } = ledger;
  const widths = widthsOf(ledger);
  const heights = compactHeights(ledger, (key) => widths.get(key) ?? 0, LIST_LINES);
  const style = { ...headingStyle(ledger), height: 2 * HEADING_HEIGHT };
  const filter = `A1:${letters(columns.length - 1)}${lines.length + 1}`;
  return {
    sheet: {
      sheet: name,
      data: [columns.map(({ whole }) => text(ledger, whole, style)), ...flatRows(ledger, heights)],
      columns: [...widths.values()].map((width) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: STICKY_COLUMNS,
    },
    setup: setupOf(ledger, name, { titleRows: { from: 1, to: 1 }, filter }),
  };
};

/** 合计 with every figure of the round, and what is to be known of the ledger. */
const totalsPage = (ledger: LedgerDocument): Page => {
  const name = ledgerWords(ledger.language).sheet.totals;
  const { what, count, sections, notes, notesTitle } = ledger.summary;
  const style = headingStyle(ledger);
  const width = TOTALS_WIDTHS[0] + TOTALS_WIDTHS[1];
  const whole = (value: string, more: CellObject) => across(text(ledger, value, more), 2);
  const figures = sections.flatMap(({ heading, lines }): SheetData => [
    whole(heading, { ...BORDERS, fontWeight: 'bold' }),
    ...lines.map((line) => [
      text(ledger, line.heading, BORDERS),
      { ...excelCell(line.cell, ledger.language), ...BORDERS, alignVertical: 'center' as const },
    ]),
  ]);
  const paragraph = (note: string) => whole(note, { height: heightOfLines(linesOfText(note, width)) });
  return {
    sheet: {
      sheet: name,
      data: [
        whole(ledger.heading, { fontFamily: FONTS[ledger.language].heading, fontSize: 16, height: 42 }),
        ...ledger.preface.map(paragraph),
        [text(ledger, what, style), text(ledger, count, style)],
        ...figures,
        [],
        whole(notesTitle, { fontWeight: 'bold' }),
        ...notes.map(paragraph),
      ],
      columns: TOTALS_WIDTHS.map((one) => ({ width: one })),
    },
    setup: setupOf(ledger, name, { paper: 'A4', orientation: 'portrait' }),
  };
};

/** The ledger as a workbook (ECMA-376) of four sheets. */
export const ledgerWorkbook = async (ledger: LedgerDocument): Promise<Buffer> => {
  const { default: writeExcel } = await import('write-excel-file/node');
  const pages = [readingPage(ledger), listPage(ledger), totalsPage(ledger), printPage(ledger)];
  return writeExcel(
    pages.map(({ sheet }) => sheet),
    {
      fontFamily: FONTS[ledger.language].text,
      fontSize: 10,
      features: await pageSetups(pages.map(({ setup }) => setup)),
    },
  ).toBuffer();
};
