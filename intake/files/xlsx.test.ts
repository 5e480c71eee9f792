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
        doubt: '6月底前',
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

/** A sheet of items, one a row, whose deadlines are these cells (without their places). */
const deadlinesOf = async (cells: readonly string[], formats: readonly string[] = []) => {
  const styles = `<styleSheet><numFmts>${formats
    .map(
      (code, index) =>
        `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"/>`,
    )
    .join(
      '',
    )}</numFmts><cellXfs>${[0, 2, 14, 17, 27, 57, 58, ...formats.map((_, index) => 200 + index)].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
  const rows = cells.map(
    (cell, index) =>
      `<row r="${index + 2}"><c r="A${index + 2}" t="inlineStr"><is><t>${'甲乙丙丁戊己庚辛壬癸'.charAt(index)}问题不实</t></is></c><c r="B${index + 2}" t="inlineStr"><is><t>补课</t></is></c>${cell}</row>`,
  );
  const head = sheetRows([['具体问题', '整改措施', '整改时限']]);
  const { categories } = await draftIn(
    xlsxOf(`<sheetData>${head}${rows.join('')}</sheetData>`, { 'xl/styles.xml': styles }),
  );
  return categories[0]?.items.map(({ deadline, doubt }) => [deadline, doubt]);
};

describe('the value that a cell shows counts', () => {
  test('a date shown as a month, a quarter or a year is the end of it', async () => {
    expect(
      await deadlinesOf(
        [
          '<c s="5"><v>46357</v></c>',
          '<c s="3"><v>46357</v></c>',
          '<c s="4"><v>46357</v></c>',
          '<c s="6"><v>46357</v></c>',
          '<c s="7"><v>46357</v></c>',
          '<c s="8"><v>46357</v></c>',
          '<c s="9"><v>46357</v></c>',
          '<c s="7" t="d"><v>2026-12-01T00:00:00</v></c>',
          '<c t="d"><v>2026-12-01</v></c>',
        ],
        ['[$-804]yyyy"年"m"月";;@', '[DBNum1][$-804]yyyy"年"', 'yyyy"年第二季度"'],
      ),
    ).toEqual([
      ['2026-12-31', undefined],
      ['2026-12-31', undefined],
      ['2026-12-31', undefined],
      ['2026-12-01', undefined],
      ['2026-12-31', undefined],
      ['2026-12-31', undefined],
      ['2026-06-30', undefined],
      ['2026-12-31', undefined],
      ['2026-12-01', undefined],
    ]);
  });

  test('a number shown as 2021.10 is October, and one that only may be is doubtful', async () => {
    expect(
      await deadlinesOf(
        [
          '<c s="1"><v>2021.1</v></c>',
          '<c s="1"><v>2021.12</v></c>',
          '<c s="0"><v>2021.1</v></c>',
          '<c s="0"><v>2021.3</v></c>',
          '<c t="inlineStr"><is><t>2021.1</t></is></c>',
          '<c s="7"><v>202110</v></c>',
          '<c s="8"><v>3</v></c>',
        ],
        ['0000"."00', '[=3]"2021年三季度";0'],
      ),
    ).toEqual([
      ['2021-10-31', undefined],
      ['2021-12-31', undefined],
      ['2021-01-31', '2021.1'],
      ['2021-03-31', undefined],
      ['2021-01-31', undefined],
      ['2021-10-31', undefined],
      ['2021-09-30', undefined],
    ]);
  });

  test('a number of a workbook that counts from 1904 is moved only where it is a day', async () => {
    const old =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const styles = '<styleSheet><cellXfs><xf numFmtId="57"/><xf numFmtId="2"/></cellXfs></styleSheet>';
    const rows =
      sheetRows([['具体问题', '整改措施', '整改时限']]) +
      '<row r="2"><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t>补课</t></is></c><c s="0"><v>44895</v></c></row>' +
      '<row r="3"><c t="inlineStr"><is><t>乙</t></is></c><c t="inlineStr"><is><t>补课</t></is></c><c s="1"><v>2021.1</v></c></row>';
    const { categories } = await draftIn(
      xlsxOf(`<sheetData>${rows}</sheetData>`, { 'xl/workbook.xml': old, 'xl/styles.xml': styles }),
    );
    expect(categories[0]?.items.map(({ deadline }) => deadline)).toEqual(['2026-12-31', '2021-10-31']);
  });
});

describe('what nobody sees in a sheet', () => {
  const rows = (...more: (readonly string[])[]) => sheetRows([HEADINGS, ...more]);

  test('a cell that a merge covers is not there, and is listed', async () => {
    const sheet = `<sheetData>${rows(['学习方面', '甲不实', '补课', '', '2021-06-30'], ['', '乙不实', '考试', '残留', '2021-06-30'])}</sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="D2:D3"/></mergeCells>`;
    const { categories, notes, missing } = await draftIn(xlsxOf(sheet));
    expect(categories[0]?.items.map(({ leader }) => leader)).toEqual([undefined, undefined]);
    expect(missing).toContainEqual({ item: '1.2', field: 'leader' });
    expect(notes).toEqual([{ line: 3, sheet: '任务清单', type: 'not-shown', why: 'covered', text: '残留' }]);
  });

  test('a covered cell gives way to the one that is seen, also across columns', async () => {
    const sheet = `<sheetData>${rows(['学习方面', '甲不实', '补课', '甲', '2021-06-30'], ['', '乙不实', '考试', '旧人', '2021-06-30'])}</sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="D2:D3"/></mergeCells>`;
    const { categories, notes } = await draftIn(xlsxOf(sheet));
    expect(categories[0]?.items.map(({ leader }) => leader)).toEqual(['甲', '甲']);
    expect(notes.map(({ type }) => type)).toEqual(['not-shown']);
  });

  test.each(['hidden="1"', 'hidden="true"', 'width="0"'])(
    'a column with %s is listed and not read',
    async (how) => {
      const sheet = `<cols><col min="4" max="4" ${how}/></cols><sheetData>${rows(['学习方面', '甲不实', '补课', '旧人', '2021-06-30'])}</sheetData>`;
      const { categories, notes } = await draftIn(xlsxOf(sheet));
      expect(categories[0]?.items[0]).not.toHaveProperty('leader');
      expect(notes).toEqual([
        { line: 1, sheet: '任务清单', type: 'not-shown', why: 'column-hidden', text: '责任领导 | 旧人' },
      ]);
    },
  );

  test('rows that are hidden, as by a filter, are read and doubtful, each run once', async () => {
    const sheet = `<sheetData>${rows(
      ['学习方面', '甲不实', '补课', '甲', '2021-06-30'],
      ['学习方面', '乙不实', '补课', '甲', '2021-06-30'],
      ['学习方面', '丙不实', '补课', '甲', '2021-06-30'],
      ['学习方面', '丁不实', '补课', '甲', '2021-06-30'],
    )
      .replace('<row r="2">', '<row r="2" hidden="1">')
      .replace('<row r="4">', '<row r="4" hidden="1">')
      .replace('<row r="5">', '<row r="5" ht="0">')}</sheetData>`;
    const { categories, notes } = await draftIn(xlsxOf(sheet));
    expect(categories[0]?.items).toHaveLength(4);
    expect(notes).toEqual([
      { line: 2, sheet: '任务清单', type: 'rows-hidden', to: 2 },
      { line: 4, sheet: '任务清单', type: 'rows-hidden', to: 5 },
    ]);
  });

  test('a value that its format hides is listed', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="200" formatCode=";;;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>';
    const sheet = `<sheetData>${rows(['学习方面', '甲不实', '补课', '甲'])}</sheetData>`.replace(
      '</row></sheetData>',
      '<c r="E2" s="1"><v>44377</v></c></row></sheetData>',
    );
    const { categories, notes } = await draftIn(xlsxOf(sheet, { 'xl/styles.xml': styles }));
    expect(categories[0]?.items[0]).not.toHaveProperty('deadline');
    expect(notes).toEqual([
      { line: 2, sheet: '任务清单', type: 'not-shown', why: 'value-hidden', text: '44377' },
    ]);
  });
});
