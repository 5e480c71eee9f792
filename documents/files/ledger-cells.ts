import type { CellObject } from 'write-excel-file/node';
import { type Cell, type LedgerColumn, type LedgerDocument, ledgerWords } from '../ledger';
import { yuanDecimal } from '../../base/money';
import { words } from '../../domain/language';
import type { Language } from '../../domain/round/roster';
import { widthOf } from '../../base/width';
import { excelText } from './excel-text';

/** Fonts are named, not shipped: those that every office has. */
export const FONTS: Record<Language, { text: string; heading: string }> = {
  'zh-CN': { text: '宋体', heading: '黑体' },
  en: { text: 'Calibri', heading: 'Calibri' },
};

const DATE = 'yyyy-mm-dd';
const MONEY = '#,##0.00';

export const BORDERS = { borderStyle: 'thin', borderColor: '#808080' } as const;

/** A cell of the ledger as Excel has it: texts as strings, dates as dates, money as numbers in yuan. */
export const excelCell = (cell: Cell, language: Language): CellObject => {
  switch (cell.type) {
    case 'text':
      return { type: String, value: excelText(cell.text, ledgerWords(language).cut) };
    case 'date': {
      const mark = cell.provisional ? `"${words(language).date.provisional}"` : '';
      return { type: Date, value: new Date(`${cell.date}T00:00:00Z`), format: DATE + mark };
    }
    case 'number':
      return { type: Number, value: cell.number };
    case 'money':
      return { type: Number, value: cell.fen / 100, format: MONEY };
  }
};

/** No word makes a column of short texts wider than this. */
const WIDEST_WORD = 20;

/** Chinese is broken anywhere, words in letters only between them. */
const longestWord = (text: string): number =>
  (text.match(/[A-Za-z][A-Za-z-]*/g) ?? []).reduce(
    (most, word) => Math.min(WIDEST_WORD, Math.max(most, word.length + 2)),
    0,
  );

/** How wide a cell must be. A date or an amount that does not fit would be shown as `####`. */
const leastWidth = (cell: Cell, { centred }: LedgerColumn, language: Language): number => {
  switch (cell.type) {
    case 'money':
      return Math.ceil(yuanDecimal(cell.fen).length * 1.3) + 1;
    case 'date':
      return DATE.length + 1 + (cell.provisional ? widthOf(words(language).date.provisional) : 0);
    case 'text':
      return centred ? longestWord(cell.text) : 0;
    case 'number':
      return 0;
  }
};

/** Columns with their widths, in half-width characters: no date, amount or word of a heading is too wide. */
export const widthsOf = ({ lines, columns, language }: LedgerDocument): Map<LedgerColumn['key'], number> =>
  new Map(
    columns.map((column) => {
      const { key, width, heading } = column;
      const least = lines.flatMap(({ cells }) => {
        const cell = cells[key];
        return cell ? [leastWidth(cell, column, language)] : [];
      });
      const widest = [...least, longestWord(heading)].reduce((most, one) => Math.max(most, one), width);
      return [key, widest];
    }),
  );
