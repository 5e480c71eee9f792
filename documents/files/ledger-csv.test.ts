import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { type Cell, type LedgerDocument } from '../ledger';
import { yuanDecimal } from '../../base/money';
import { aHostileLedger } from '../../testing/hostile-ledger';
import { inert, ledgerCsv } from './ledger-csv';

const read = (csv: string): string[][] => parse(csv, { bom: true, record_delimiter: '\r\n' });

/** As docs/cli.md says how it is read: one apostrophe at the beginning is taken off. */
const plain = (field: string): string => field.replace(/^'/, '');

const expected = (cell: Cell | undefined): string => {
  if (cell === undefined) return '';
  // Half a character cannot be written as UTF-8.
  if (cell.type === 'text') return Buffer.from(cell.text).toString();
  if (cell.type === 'date') return `${cell.date}${cell.provisional ? '（暂定）' : ''}`;
  return cell.type === 'money' ? yuanDecimal(cell.fen) : String(cell.number);
};

const rowsOf = ({ lines, columns }: LedgerDocument) =>
  lines.map(({ cells }) => columns.map(({ key }) => expected(cells[key])));

describe('the CSV of a ledger', () => {
  test('begins with the mark of UTF-8, ends its records with CR LF, and has one row of headings', async () => {
    const csv = await ledgerCsv(aHostileLedger());
    expect(csv.startsWith('\ufeff序号,问题方面,具体问题,整改类型,整改措施·内容,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  test('reads back field by field as it was, whatever people wrote', async () => {
    const ledger = aHostileLedger();
    const [headings, ...rows] = read(await ledgerCsv(ledger));
    expect(headings).toEqual(ledger.columns.map(({ whole }) => whole));
    expect(rows.map((row) => row.map(plain))).toEqual(rowsOf(ledger));
  });

  test('has no field that a spreadsheet takes for a formula', async () => {
    const fields = read(await ledgerCsv(aHostileLedger())).flat();
    expect(fields.filter((field) => /^[=+\-@＝＋－＠\t\r\n]/.test(field))).toEqual([]);
    expect(fields).toContain("'=1+1");
  });

  test('takes nothing from a text but adds at most an apostrophe', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '=', '+', '-', '@', "'", '\t', '\r'),
        (text, head) => {
          expect(plain(inert(head + text))).toBe(head + text);
        },
      ),
    );
  });
});
