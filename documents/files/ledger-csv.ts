import { type Cell, type LedgerDocument } from '../ledger';
import { yuanDecimal } from '../../base/money';
import { words } from '../../domain/language';
import type { Language } from '../../domain/round/roster';

/**
 * What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), also in full width; and the
 * apostrophe itself, so that a leading one is always ours.
 */
const ACTIVE = /^[=+\-@＝＋－＠\t\r\n']/;

/** A text from people that no spreadsheet acts on. A program that reads it takes a leading apostrophe off. */
export const inert = (text: string): string => (ACTIVE.test(text) ? `'${text}` : text);

const csvText = (cell: Cell, language: Language): string => {
  switch (cell.type) {
    case 'text':
      return inert(cell.text);
    case 'date':
      return `${cell.date}${cell.provisional ? words(language).date.provisional : ''}`;
    case 'number':
      return String(cell.number);
    case 'money':
      return yuanDecimal(cell.fen);
  }
};

/** One record per measure under one row of headings, as RFC 4180 has it; UTF-8 with the mark by which Excel knows it. */
export const ledgerCsv = async ({ columns, lines, language }: LedgerDocument): Promise<string> => {
  const { stringify } = await import('csv-stringify/sync');
  const records = lines.map(({ cells }) =>
    columns.map(({ key }) => {
      const cell = cells[key];
      return cell ? csvText(cell, language) : '';
    }),
  );
  return stringify([columns.map(({ whole }) => whole), ...records], {
    bom: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
};
