import { paragraph } from '../../testing/office-files';
import {
  cell,
  itemRow,
  itemTable,
  listed,
  level,
  abstractNum,
  num,
  numberingPart,
  ofRuns,
  outlineRead,
  readWord,
  row,
  run,
  stylesPart,
} from '../../testing/intake/word';
import type { Draft, Note } from '..';

const itemsIn = ({ categories }: Draft) => categories.flatMap(({ items }) => items);

/** What was left out, as `why: text`. */
const leftOut = ({ notes }: Draft): string[] =>
  notes
    .filter((note): note is Extract<Note, { type: 'not-shown' }> => note.type === 'not-shown')
    .map(({ why, text }) => `${why}: ${text}`);

const STYLES = stylesPart(`
  <w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="HiddenToo"><w:basedOn w:val="Hidden"/></w:style>
  <w:style w:type="character" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Away"><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Void"><w:rPr><w:strike/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Was"><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr></w:style>`);

const DELETED = '<w:del w:id="1" w:author="x"/>';

describe('text that nobody sees, or that is struck out', () => {
  test.each([
    ['hidden', run('丙、', '<w:vanish/>'), 'hidden: 丙、'],
    ['hidden by a style', run('丙、', '<w:rStyle w:val="Hidden"/>'), 'hidden: 丙、'],
    [
      'hidden by the style that a style is based on',
      run('丙、', '<w:rStyle w:val="HiddenToo"/>'),
      'hidden: 丙、',
    ],
    ['struck out', run('丙', '<w:strike/>'), 'struck: 丙'],
    ['struck out twice', run('丙', '<w:dstrike w:val="true"/>'), 'struck: 丙'],
    ['struck out by a style', run('丙', '<w:rStyle w:val="Struck"/>'), 'struck: 丙'],
    ['struck out in pieces', run('丙', '<w:strike/>') + run('丁', '<w:b/><w:strike/>'), 'struck: 丙丁'],
    ['deleted', '<w:del><w:r><w:delText>丙</w:delText></w:r></w:del>', 'deleted: 丙'],
    ['moved elsewhere', `<w:moveFrom>${run('丙')}</w:moveFrom>`, 'deleted: 丙'],
    [
      'the prompt of an empty control',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击输入姓名')}</w:sdtContent></w:sdt>`,
      'placeholder: 单击输入姓名',
    ],
  ])('is not read, but told: %s', async (_, gone, told) => {
    const draft = await readWord(itemTable(itemRow({ 责任领导: ofRuns(gone + run('甲')) })), STYLES);
    expect(itemsIn(draft)).toMatchObject([{ leader: '甲', handler: '乙', deadline: '2021-06-30' }]);
    expect(leftOut(draft)).toEqual([told]);
  });

  test.each([
    ['a whole paragraph by its style', ofRuns(run('丙'), '<w:pStyle w:val="Away"/>'), 'hidden: 丙'],
    ['a whole paragraph that is struck out', ofRuns(run('丙'), '<w:pStyle w:val="Void"/>'), 'struck: 丙'],
    [
      'a paragraph that is deleted with its end',
      ofRuns('<w:del><w:r><w:delText>丙</w:delText></w:r></w:del>', `<w:rPr>${DELETED}</w:rPr>`),
      'deleted: 丙',
    ],
  ])('is not read: %s', async (_, gone, told) => {
    const draft = await readWord(itemTable(itemRow({ 责任领导: gone + paragraph('甲') })), STYLES);
    expect(itemsIn(draft)).toMatchObject([{ leader: '甲' }]);
    expect(leftOut(draft)).toEqual([told]);
  });

  test.each([
    ['hidden no more', run('甲', '<w:vanish w:val="0"/>')],
    ['hidden once', run('甲', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')],
    ['hidden once, by a style', run('甲', '<w:rStyle w:val="Was"/>')],
    ['shown against its style', run('甲', '<w:rStyle w:val="Hidden"/><w:vanish w:val="false"/>')],
    ['inserted', `<w:ins>${run('甲')}</w:ins>`],
    ['moved here', `<w:moveTo>${run('甲')}</w:moveTo>`],
    [
      'in a control that is filled in',
      `<w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent>${run('甲')}</w:sdtContent></w:sdt>`,
    ],
  ])('is only such: text %s is read', async (_, shown) => {
    const draft = await readWord(itemTable(itemRow({ 责任领导: ofRuns(shown) })), STYLES);
    expect(itemsIn(draft)).toMatchObject([{ leader: '甲' }]);
    expect(leftOut(draft)).toEqual([]);
  });

  test('hidden by both its styles it is shown, as Word does', async () => {
    const both = ofRuns(run('甲', '<w:rStyle w:val="Hidden"/>'), '<w:pStyle w:val="Away"/>');
    expect(itemsIn(await readWord(itemTable(itemRow({ 责任领导: both })), STYLES))).toMatchObject([
      { leader: '甲' },
    ]);
  });

  test('is told once for a row, at its line', async () => {
    const gone = (text: string) => ofRuns(run(text, '<w:strike/>'));
    const { notes } = await readWord(
      itemTable(itemRow({ 责任领导: gone('丙') + paragraph('甲'), 整改时限: gone('2021年5月1日') })),
    );
    expect(notes).toEqual([{ line: 8, type: 'not-shown', why: 'struck', text: '丙 | 2021年5月1日' }]);
  });
});

describe('the end of a paragraph that is hidden or deleted', () => {
  test.each(['<w:vanish/>', '<w:vanish/><w:specVanish/>', DELETED])(
    'goes on with the next: %s',
    async (end) => {
      const { categories } = await readWord(
        paragraph('（一）学习不经常') +
          ofRuns(run('1.针对甲不实'), `<w:rPr>${end}</w:rPr>`) +
          paragraph('问题，已改。'),
      );
      expect(categories[0]?.items).toEqual([{ no: 1, problem: '甲不实', measures: [{ text: '已改' }] }]);
    },
  );
});

describe('rows and cells', () => {
  const second = { 具体问题: paragraph('记录不全') };

  test.each([
    ['deleted', DELETED, 'deleted'],
    ['hidden', '<w:hidden/>', 'hidden'],
  ])('that are %s are not there', async (_, properties, why) => {
    const draft = await readWord(
      itemTable(itemRow() + itemRow({ 具体问题: paragraph('已撤销') }, properties) + itemRow(second)),
    );
    expect(itemsIn(draft).map(({ problem }) => problem)).toEqual(['学习不经常', '记录不全']);
    expect(leftOut(draft)).toEqual([
      `${why}: （一）学习方面 | 已撤销 | 限期整改 | 补课 | 甲 | 乙 | 2021年6月30日`,
    ]);
  });

  test('that are inserted, or only were to be deleted, are there', async () => {
    const was = '<w:ins/><w:trPrChange><w:trPr><w:hidden/></w:trPr></w:trPrChange>';
    expect(itemsIn(await readWord(itemTable(itemRow() + itemRow(second, was))))).toHaveLength(2);
  });

  test('a cell that is deleted leaves its field open', async () => {
    const cells = ['（一）学习方面', '学习不经常', '限期整改', '补课'].map((text) => cell(paragraph(text)));
    const draft = await readWord(
      itemTable(
        row(
          `${cells.join('')}${cell(paragraph('丙'), '<w:cellDel/>')}${cell(paragraph('乙'))}${cell(paragraph('2021年6月30日'))}`,
        ),
      ),
    );
    expect(itemsIn(draft)).toEqual([
      {
        no: 1,
        problem: '学习不经常',
        kind: 'time-limited',
        handler: '乙',
        deadline: '2021-06-30',
        measures: [{ text: '补课' }],
      },
    ]);
    expect(leftOut(draft)).toEqual(['deleted: 丙']);
  });

  test('a cell that came in for a deleted one stands in its place', async () => {
    const table = (leader: string) =>
      `<w:tbl>${row(['具体问题', '责任领导', '整改措施'].map((text) => cell(paragraph(text))).join(''))}${row(
        cell(paragraph('学习不经常')) + leader + cell(paragraph('补课')),
      )}</w:tbl>`;
    const draft = await readWord(
      table(cell(paragraph('丙'), '<w:cellDel/>') + cell(paragraph('甲'), '<w:cellIns/>')),
    );
    expect(itemsIn(draft)).toMatchObject([{ leader: '甲', measures: [{ text: '补课' }] }]);
  });

  test('a column that is deleted is not there', async () => {
    const texts = [
      ['具体问题', '责任领导', '整改措施', '责任科室'],
      ['学习不经常', '丙', '补课', '办公室'],
    ];
    const rows = texts.map((row_) =>
      row(row_.map((text, at) => cell(paragraph(text), at === 1 ? '<w:cellDel/>' : '')).join('')),
    );
    const draft = await readWord(`<w:tbl>${rows.join('')}</w:tbl>`);
    expect(itemsIn(draft)).toEqual([
      { no: 1, problem: '学习不经常', section: '办公室', measures: [{ text: '补课' }] },
    ]);
    expect(leftOut(draft)).toEqual(['deleted: 责任领导', 'deleted: 丙']);
  });

  const merged = (property: string, more = '') =>
    `<w:tbl>${row(['具体问题', '整改措施', '责任领导'].map((text) => cell(paragraph(text))).join(''))}${row(
      cell(paragraph('学习不经常')) +
        cell(paragraph('补课')) +
        cell(paragraph('甲'), '<w:vMerge w:val="restart"/>'),
      more,
    )}${row(cell(paragraph('记录不全')) + cell(paragraph('补记')) + cell(paragraph('残留'), property))}</w:tbl>`;

  test.each([
    '<w:vMerge/>',
    '<w:vMerge w:val="continue"/>',
    '<w:cellMerge w:vMerge="cont" w:vMergeOrig="rest"/>',
  ])('a cell that a merge covers shows the first: %s', async (property) => {
    const draft = await readWord(merged(property));
    expect(itemsIn(draft).map(({ leader }) => leader)).toEqual(['甲', '甲']);
    expect(leftOut(draft)).toEqual(['covered: 残留']);
  });

  test('a merge that only was one covers nothing', async () => {
    const was = '<w:tcPrChange><w:tcPr><w:vMerge/></w:tcPr></w:tcPrChange>';
    expect(itemsIn(await readWord(merged(was))).map(({ leader }) => leader)).toEqual(['甲', '残留']);
  });

  test('what was merged from a deleted row on stands in the rows that are left', async () => {
    const draft = await readWord(merged('<w:vMerge/>', DELETED));
    expect(itemsIn(draft)).toMatchObject([{ problem: '记录不全', leader: '甲' }]);
  });

  test('a cell that the one before it covers shows that', async () => {
    const cells =
      cell(paragraph('学习不经常'), '<w:hMerge w:val="restart"/>') +
      cell(paragraph('残留'), '<w:hMerge/>') +
      cell(paragraph('补课'));
    const draft = await readWord(
      `<w:tbl>${row(['具体问题', '责任领导', '整改措施'].map((text) => cell(paragraph(text))).join(''))}${row(cells)}</w:tbl>`,
    );
    expect(leftOut(draft)).toEqual(['covered: 残留']);
    expect(JSON.stringify(draft.categories)).not.toContain('残留');
  });
});

describe('properties of before', () => {
  const NUMBERING = numberingPart(
    abstractNum(0, level(0, 'chineseCounting', '（%1）') + level(1, 'decimal', '%2.')) +
      abstractNum(1, level(0, 'bullet', '●')) +
      num(1, 0) +
      num(2, 1),
  );
  const was = (list: number, at: number) =>
    `<w:pPrChange><w:pPr><w:pStyle w:val="Away"/><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr></w:pPrChange>`;

  test('of a paragraph do not count', async () => {
    const draft = await readWord(
      listed('学习不经常', 1, 0) +
        listed('针对甲不实问题，已改。', 1, 1) +
        listed('报销不规范', 1, 0, was(1, 1)) +
        listed('针对乙不实问题，已改。', 1, 1, was(2, 0)),
      { ...NUMBERING, ...STYLES },
    );
    expect(outlineRead(draft)).toEqual(['1 学习不经常', '1.1 甲不实', '2 报销不规范', '2.1 乙不实']);
  });
});

test('a document of hidden text alone is read, and all of it told', async () => {
  const draft = await readWord(ofRuns(run('（一）学习不经常', '<w:vanish/>')));
  expect(draft.categories).toEqual([]);
  expect(leftOut(draft)).toEqual(['hidden: （一）学习不经常']);
});
