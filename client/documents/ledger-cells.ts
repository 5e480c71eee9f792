import type { CellObject } from 'write-excel-file/node';
import {
  type Cell,
  LEDGER_WORDS,
  type LedgerColumn,
  type LedgerDocument,
  yuanText,
} from '../../domain/documents/ledger';
import { words } from '../../domain/language';
import type { Language } from '../../domain/round/roster';
import { widthOf } from '../terminal/width';
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
      return { type: String, value: excelText(cell.text, LEDGER_WORDS[language].cut) };
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

/** How wide a date or a number is. Text is broken into lines; these would be shown as `####`. */
const unbreakable = (cell: Cell, language: Language): number => {
  if (cell.type === 'money') return Math.ceil(yuanText(cell.fen).length * 1.3) + 1;
  if (cell.type !== 'date') return 0;
  return DATE.length + 1 + (cell.provisional ? widthOf(words(language).date.provisional) : 0);
};

/** Columns with their widths, in half-width characters: no date or amount is too wide for its column. */
export const widthsOf = ({ lines, columns, language }: LedgerDocument): Map<LedgerColumn['key'], number> =>
  new Map(
    columns.map(({ key, width }) => {
      const wide = lines.reduce((most, { cells }) => {
        const cell = cells[key];
        return cell ? Math.max(most, unbreakable(cell, language)) : most;
      }, width);
      return [key, wide];
    }),
  );
