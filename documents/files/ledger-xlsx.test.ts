import type { Language } from '../../domain/round/roster';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { aDossier, asDossierItem } from '../../testing/dossier';
import { type Cell, type LedgerDocument, ledgerOf, spansOf } from '../ledger';
import { yuanDecimal } from '../../base/money';
import { ItemNumber } from '../../base/ids';
import { anItem } from '../../testing/item';
import { at } from '../../testing/world';
import type { SourceTable } from '../../intake';
import { scratchFolder } from '../../testing/store';
import { DocumentPackage } from '../../intake/files/package';
import { readXlsx } from '../../intake/files/xlsx';
import { aHostileLedger } from '../../testing/hostile-ledger';
import { unescaped } from '../../intake/files/xlsx-workbook';
import { excelText } from './excel-text';
import { ledgerWorkbook } from './ledger-xlsx';

const CUT = '（后文从略，全文见 JSON）';

/** Two items of one category and one of another, of two measures each. */
const aLedgerOfThree = (): LedgerDocument => {
  const items = ['1.1', '1.2', '2.1'].map((no) => {
    const item = asDossierItem(anItem());
    return { ...item, row: { ...item.row, number: ItemNumber.parse(no) } };
  });
  return ledgerOf(aDossier(items, at('2021-07-12')), 'zh-CN');
};

/** The name of one of the first 52 columns. */
const letters = (column: number): string =>
  `${column < 26 ? '' : 'A'}${String.fromCharCode(65 + (column % 26))}`;

const partsOf = async (ledger: LedgerDocument): Promise<Record<string, string>> => {
  const parts = unzipSync(new Uint8Array(await ledgerWorkbook(ledger)));
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]));
};

/** What our own reader of workbooks finds in it, sheet by sheet. */
const readBack = async (ledger: LedgerDocument): Promise<SourceTable[]> => {
  const path = join(await scratchFolder(), 'ledger.xlsx');
  await writeFile(path, await ledgerWorkbook(ledger));
  const blocks = await DocumentPackage.with(path, readXlsx);
  return blocks.flatMap((block) => ('table' in block ? [block.table] : []));
};

const PROVISIONAL: Record<Language, string> = { 'zh-CN': '（暂定）', en: ' (provisional)' };

/** A cell as the reader gives it: it takes off blanks at both ends, and gives dates and numbers as they are shown. */
const expected = (cell: Cell | undefined, language: Language): string | undefined => {
  if (cell === undefined) return undefined;
  if (cell.type === 'date') return `${cell.date}${cell.provisional ? PROVISIONAL[language] : ''}`;
  if (cell.type === 'number') return String(cell.number);
  if (cell.type === 'money') return String(Number(yuanDecimal(cell.fen)));
  const text = unescaped(excelText(cell.text, CUT)).trim();
  return text === '' ? undefined : text;
};

const rowsOf = (ledger: LedgerDocument) =>
  ledger.lines.map(({ cells }) => ledger.columns.map(({ key }) => expected(cells[key], ledger.language)));

const textsIn = (table: SourceTable | undefined, from: number) =>
  table?.rows.slice(from).map(({ cells }) => cells.map((cell) => cell?.text));

describe('the workbook of a ledger', () => {
  test('reads back cell by cell as it was, whatever people wrote: merged for reading, and as a list', async () => {
    const ledger = aHostileLedger();
    const [reading, list] = await readBack(ledger);
    expect(textsIn(list, 1)).toEqual(rowsOf(ledger));
    expect(textsIn(reading, 4)).toEqual(rowsOf(ledger));
  });

  test('reads back with any texts', async () => {
    const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 5 }), async (texts) => {
        const ledger = aHostileLedger('en', texts);
        const [, list] = await readBack(ledger);
        expect(textsIn(list, 1)).toEqual(rowsOf(ledger));
      }),
      { numRuns: 30 },
    );
  });

  test('has no formula, and every text is a string', async () => {
    const sheets = Object.entries(await partsOf(aHostileLedger())).filter(([name]) =>
      /^xl\/worksheets\/sheet\d\.xml$/.test(name),
    );
    expect(sheets).toHaveLength(4);
    for (const [, xml] of sheets) {
      expect(xml).not.toMatch(/<f[ />]/);
      expect(new Set(xml.match(/ t="\w+"/g))).toEqual(new Set([' t="s"']));
    }
  });

  test('merges what measures and items have in common on the sheet for reading, nothing in the list', async () => {
    const ledger = aLedgerOfThree();
    const parts = await partsOf(ledger);
    const merges = (sheet: number) =>
      [...(parts[`xl/worksheets/sheet${sheet}.xml`] ?? '').matchAll(/<mergeCell ref="(\w+:\w+)"/g)].map(
        ([, area]) => area,
      );
    const below = merges(1).filter((area) => !/^[A-Z]+[1-4]:/.test(area ?? ''));
    const wanted = ledger.columns.flatMap(({ level }, column) =>
      spansOf(ledger.lines, level)
        .filter(({ lines }) => lines > 1)
        .map(({ from, lines }) => `${letters(column)}${from + 5}:${letters(column)}${from + lines + 4}`),
    );
    expect(new Set(below)).toEqual(new Set(wanted));
    expect(wanted).toContain('B5:B8');
    expect(merges(2)).toEqual([]);
  });

  test('gives a text that no row of Excel has room for several rows, and the rest of its line with it', async () => {
    const { lines, ...ledger } = aHostileLedger('zh-CN', ['长'.repeat(1500)]);
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = await partsOf({ ...ledger, lines: lines.slice(0, 1) });
    const heights = Array.from(sheet.matchAll(/<row r="\d+" ht="([\d.]+)"/g), ([, height]) => Number(height));
    const last = heights.length;
    expect(last).toBeGreaterThan(5);
    expect(Math.max(...heights)).toBeLessThanOrEqual(409);
    const merged = [...sheet.matchAll(/<mergeCell ref="([A-Z]+)5:([A-Z]+)(\d+)"/g)];
    expect(merged.map(([, from]) => from)).toEqual(ledger.columns.map((_, column) => letters(column)));
    for (const [, from, to, row] of merged) expect([to, row]).toEqual([from, String(last)]);
  });

  test('has filters, frozen headings, and pages that repeat them', async () => {
    const ledger = aLedgerOfThree();
    const parts = await partsOf(ledger);
    const [reading, list] = [1, 2].map((sheet) => parts[`xl/worksheets/sheet${sheet}.xml`]);
    expect(reading).toContain('<pane ySplit="4" xSplit="3"');
    expect(reading).not.toContain('autoFilter');
    expect(list).toContain('<pane ySplit="1" xSplit="3"');
    expect(list).toContain('<autoFilter ref="A1:AG7"/>');
    for (const xml of [reading, list])
      expect(xml).toContain(
        '<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      );
    const workbook = parts['xl/workbook.xml'];
    expect(workbook).toContain(`name="_xlnm.Print_Titles" localSheetId="0">'台账'!$1:$4<`);
    expect(workbook).toContain(`name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'明细'!$A$1:$AG$7<`);
  });

  test('shows dates as dates, marked where they are provisional, and money as yuan', async () => {
    const { 'xl/styles.xml': styles = '' } = await partsOf(aHostileLedger());
    const formats = [...styles.matchAll(/formatCode="([^"]*)"/g)].map(([, code]) => code);
    expect(new Set(formats)).toEqual(new Set(['yyyy-mm-dd', 'yyyy-mm-dd&quot;（暂定）&quot;', '#,##0.00']));
  });

  test('keeps an ampersand of the title out of the codes of a printed header', async () => {
    const ledger = { ...aLedgerOfThree(), preface: ['甲&P乙&'.repeat(60)] };
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = await partsOf(ledger);
    const [, header = ''] = /<oddHeader>(.*?)<\/oddHeader>/.exec(sheet) ?? [];
    const text = header.replaceAll('&amp;', '&');
    expect(text).toMatch(/^&L(?:[^&]|&&)*&R2021-07-12$/);
    expect(text.length).toBeLessThanOrEqual(255);
  });
});
