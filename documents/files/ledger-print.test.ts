import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { ItemNumber } from '../../base/ids';
import { readDraft } from '../../intake/files';
import { aDossier, asDossierItem } from '../../testing/dossier';
import { aHostileLedger } from '../../testing/hostile-ledger';
import { anItem } from '../../testing/item';
import { scratchFolder } from '../../testing/store';
import { aBirth, at, date, planned } from '../../testing/world';
import { type LedgerDocument, ledgerOf } from '../ledger';
import { printed, printWidths } from './ledger-print';
import { ledgerWorkbook } from './ledger-xlsx';

/** Three items with provisional dates, of two measures each. */
const aLedger = (): LedgerDocument => {
  const items = ['1.1', '1.2', '2.1'].map((number) => {
    const [category = '', problem = ''] = number.split('.');
    const plan = planned({
      number: ItemNumber.parse(number),
      category: `第 ${category} 方面`,
      problem: `第 ${problem} 个问题`,
      deadline: date('2027-06-30'),
    });
    return asDossierItem(anItem('closed', aBirth({ planned: plan })));
  });
  return ledgerOf(aDossier(items, at('2021-07-12')), 'zh-CN');
};

const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);

test('the print view has fourteen columns, an item a row, and its measures with their state and evidence', () => {
  const view = printed(aLedger());
  expect(view.columns.map(({ heading }) => heading)).toEqual([
    ...['序号', '问题方面', '具体问题', '整改类型', '整改措施', '责任领导', '责任科室', '经办人'],
    ...['原定时限', '现行时限', '整改进展', '佐证材料', '状态', '备注'],
  ]);
  expect(view.lines.map(({ item }) => item)).toEqual(['1.1', '1.2', '2.1']);
  expect(view.lines[0]?.cells).toMatchObject({
    measure: { text: '1. 逐台清点执法终端（已完成）\n2. 制定终端管理办法（已完成）' },
    evidence: { text: '1. 清点记录1（2021-05-20）\n2. 清点记录2（2021-05-20）' },
  });
});

test.each(['zh-CN', 'en'] as const)('it fits across A3 without being made smaller, in %s', (language) => {
  // Of 15.7 inches between the margins: each character 7 pixels of 1/96 inch, and 5 a column.
  for (const ledger of [aLedger(), aHostileLedger(language)]) {
    const widths = [...printWidths(printed(ledger)).values()];
    expect(sum(widths.map((width) => width * 7 + 5)) / 96).toBeLessThanOrEqual(15.7);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(6);
  }
});

test('its sheet is printed in 9 points on A3 across, its headings on every page', async () => {
  const parts = unzipSync(new Uint8Array(await ledgerWorkbook(aLedger())));
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const sheet = part('xl/worksheets/sheet4.xml');
  expect(sheet).toContain(
    '<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
  );
  expect(part('xl/workbook.xml')).toContain(`name="_xlnm.Print_Titles" localSheetId="3">'打印'!$1:$3<`);
  const [, fonts = ''] = /<fonts[^>]*>(.*?)<\/fonts>/s.exec(part('xl/styles.xml')) ?? [];
  const sizes = Array.from(fonts.matchAll(/<sz val="(\d+)"/g), ([, size]) => Number(size));
  expect(Math.min(...sizes)).toBe(9);
});

test('who reads the ledger in again gets each item once', async () => {
  const path = join(await scratchFolder(), '台账.xlsx');
  await writeFile(path, await ledgerWorkbook(aLedger()));
  const { categories, notes } = await readDraft(path);
  expect(categories.map(({ items }) => items.length)).toEqual([2, 1]);
  expect(notes).toContainEqual(expect.objectContaining({ type: 'sheet-repeats', sheet: '打印', as: '台账' }));
});
