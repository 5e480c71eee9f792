import type { CellObject } from 'write-excel-file/node';
import type { SourceTable, TemplateContent } from '..';
import { CivilDate } from '../../domain/calendar/civil';
import type { Language } from '../../domain/round/roster';
import { excelText } from '../../documents/files/excel-text';
import { BORDERS, FONTS } from '../../documents/files/ledger-cells';
import { pageSetups } from '../../documents/files/page-setup';
import { TEMPLATE_WORDS } from '../language';
import { type TemplateCell, type TemplateCheck, type TemplateSheet, templateSheets } from './template-layout';
import { templateMarks } from './template-marks';

/** Of a text that a cell cannot hold, which no plan takes either. */
const CUT = '……';

const HEADING = { backgroundColor: '#DDE6F0', fontWeight: 'bold' } as const;

/** Texts as texts, days as days, so that they can be sorted. */
const valueOf = (text: string): CellObject => {
  const { data: day } = CivilDate.safeParse(text);
  return day === undefined
    ? { type: String, value: excelText(text, CUT) }
    : { type: Date, value: new Date(`${day}T00:00:00Z`), format: 'yyyy-mm-dd', align: 'left' };
};

const cellOf = (cell: TemplateCell, height: number | undefined): CellObject | null => {
  if (cell === null) return null;
  const { text, rows = 1, columns = 1, bold } = cell;
  return {
    ...(text === '' ? {} : valueOf(text)),
    wrap: true,
    alignVertical: 'top',
    ...BORDERS,
    ...(bold && HEADING),
    ...(rows > 1 && { rowSpan: rows }),
    ...(columns > 1 && { columnSpan: columns }),
    ...(height !== undefined && { height }),
  };
};

const setupOf = ({ name, paper, orientation, headed }: TemplateSheet, language: Language) => ({
  name,
  paper,
  orientation,
  header: { left: name, right: '' },
  footer: TEMPLATE_WORDS[language].page,
  ...(headed && { titleRows: { from: 1, to: 1 } }),
});

const workbookOf = async (sheets: readonly TemplateSheet[], language: Language): Promise<Buffer> => {
  const { default: writeExcel } = await import('write-excel-file/node');
  return writeExcel(
    sheets.map(({ name, widths, rows, headed }) => ({
      sheet: name,
      data: rows.map(({ cells, height }) => cells.map((cell) => cellOf(cell, height))),
      columns: widths.map((width) => ({ width })),
      ...(headed && { stickyRowsCount: 1 }),
    })),
    {
      fontFamily: FONTS[language].text,
      fontSize: 10,
      features: [
        ...(await templateMarks(sheets)),
        ...(await pageSetups(sheets.map((sheet) => setupOf(sheet, language)))),
      ],
    },
  ).toBuffer();
};

/**
 * Our template as a workbook: items, roster and round, with drop-downs, and a sheet that explains them. The headings
 * are those that the import knows. What is still to be filled in is coloured until it is.
 */
export const templateWorkbook = (language: Language): Promise<Buffer> =>
  workbookOf(templateSheets(language), language);

/** The same with what was read of a document, and the places in it that are doubtful, on a sheet of their own. */
export const filledWorkbook = (
  content: TemplateContent,
  checks: readonly TemplateCheck[],
  language: Language,
): Promise<Buffer> => workbookOf(templateSheets(language, content, checks), language);

/** What sheets of ours begin with that say of themselves that they are not read, in every version so far. */
const NOT_READ: ReadonlySet<string> = new Set(
  Object.values(TEMPLATE_WORDS).flatMap(({ notes: [title = ''], checks }) => [title, checks.title]),
);

/** A sheet that says that it is not read, whatever version of ours it is from. */
export const isExplanation = ({ rows: [first] }: SourceTable): boolean =>
  NOT_READ.has(first?.cells.find((cell) => cell !== undefined)?.text ?? '');
