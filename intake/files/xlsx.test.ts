import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scratchFolder } from '../../testing/store';
import { sheetRows, xlsxOf } from '../../testing/office-files';
import { readDraft } from './index';

const draftIn = async (workbook: Uint8Array) => {
  const path = join(await scratchFolder(), 'plan.xlsx');
  await writeFile(path, workbook);
  return readDraft(path);
};

const HEADINGS = ['问题方面', '具体问题', '整改措施', '责任领导', '整改时限'];

describe('a workbook', () => {
  test('is read with its merged cells, and rows by their own numbers', async () => {
    const rows = sheetRows(
      [
        ['某局2021年任务清单'],
        HEADINGS,
        ['（一）学习方面', '学习不经常', '补课', '甲、乙', '6月底前'],
        ['', '', '考试', '', ''],
        ['备注：略'],
      ],
      3,
    );
    const merged =
      '<mergeCells><mergeCell ref="A3:E3"/><mergeCell ref="A5:A6"/><mergeCell ref="B5:B6"/><mergeCell ref="D5:D6"/><mergeCell ref="E5:E6"/></mergeCells>';
    const { categories, notes } = await draftIn(xlsxOf(`<sheetData>${rows}</sheetData>${merged}`));
    expect(categories[0]?.items).toEqual([
      {
        no: 1,
        problem: '学习不经常',
        leader: '甲',
        deadline: '2021-06-30',
        measures: [{ text: '补课' }, { text: '考试' }],
      },
    ]);
    expect(notes.map(({ line, type }) => [line, type])).toEqual([
      [3, 'unused'],
      [5, 'assists'],
      [5, 'year-assumed'],
      [7, 'unused'],
    ]);
  });

  test('has dates as dates, counted from 1900 or from 1904, and texts from its list', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>';
    const strings =
      '<sst><si><r><t>学习</t></r><r><t>不经常</t></r><rPh><t>yin</t></rPh></si><si><t>报销不规范</t></si></sst>';
    const rows =
      sheetRows([['具体问题', '整改时限']]) +
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>44377</v></c></row>' +
      '<row><c t="s"><v>1</v></c><c s="2"><v>44377.75</v></c></row>';
    const parts = { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': strings };
    const { categories } = await draftIn(xlsxOf(`<sheetData>${rows}</sheetData>`, parts));
    expect(categories[0]?.items.map(({ problem, deadline }) => [problem, deadline])).toEqual([
      ['学习不经常', '2021-06-30'],
      ['报销不规范', '2021-06-30'],
    ]);
    const old =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const from1904 = await draftIn(
      xlsxOf(`<sheetData>${rows.replaceAll('44377', '42915')}</sheetData>`, {
        ...parts,
        'xl/workbook.xml': old,
      }),
    );
    expect(from1904.categories[0]?.items[0]?.deadline).toBe('2021-06-30');
  });

  test('tells of a formula that no program has calculated, and reads the value of one that was', async () => {
    const rows =
      sheetRows([['具体问题', '整改时限']]) +
      '<row r="2"><c r="A2" t="str"><f>B9</f><v>学习不经常</v></c><c r="B2"><f>TODAY()</f></c></row>' +
      sheetRows([['报销不规范', '2021.6.30']], 3);
    const { categories, notes } = await draftIn(xlsxOf(`<sheetData>${rows}</sheetData>`));
    expect(categories[0]?.items.map(({ problem, deadline }) => [problem, deadline])).toEqual([
      ['学习不经常', undefined],
      ['报销不规范', '2021-06-30'],
    ]);
    expect(notes.map(({ line, type }) => [line, type])).toEqual([[2, 'uncalculated']]);
  });

  test('tells of a hidden sheet that items were read from it', async () => {
    const hidden =
      '<workbook xmlns:r="r"><sheets><sheet name="旧稿" sheetId="1" state="hidden" r:id="rId1"/></sheets></workbook>';
    const rows = sheetRows([HEADINGS, ['学习方面', '学习不经常', '补课', '甲', '2021年6月底']]);
    const draft = await draftIn(xlsxOf(`<sheetData>${rows}</sheetData>`, { 'xl/workbook.xml': hidden }));
    expect(draft.categories).toHaveLength(1);
    expect(draft.notes).toEqual([{ line: 1, sheet: '旧稿', type: 'sheet-hidden' }]);
  });
});
