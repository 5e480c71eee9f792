import { paragraph } from '../../testing/office-files';
import {
  abstractNum,
  cell,
  level,
  listed,
  num,
  numberingPart,
  outlineRead,
  ofRuns,
  readWord,
  row,
  run,
  stylesPart,
} from '../../testing/intake/word';

const problem = (name: string) => `针对${name}不实问题，已改。`;

/** Two categories with two items and one. */
const bodyOf = (category: (text: string) => string, item: (text: string) => string): string =>
  category('学习不经常') +
  item(problem('甲')) +
  item(problem('乙')) +
  category('报销不规范') +
  item(problem('丙'));

const OUTLINE = ['1 学习不经常', '1.1 甲不实', '1.2 乙不实', '2 报销不规范', '2.1 丙不实'];

const byPlace = bodyOf(
  (text) => listed(text, 1, 0),
  (text) => listed(text, 1, 1),
);
const listOf = (levels: string, overrides = '') =>
  numberingPart(abstractNum(0, levels) + num(1, 0, overrides));

const CATEGORY = level(0, 'chineseCounting', '（%1）');
const ITEM = level(1, 'decimal', '%2.');

describe('items are read whatever the numbers of their list look like', () => {
  test.each([
    ['decimal', '%2.'],
    ['decimal', '%2、'],
    ['decimal', '%2'],
    ['decimal', '（%2）'],
    ['decimal', '%1.%2'],
    ['decimal', '%1.%2.'],
    ['decimal', '第%2条'],
    ['decimal', '【%2】'],
    ['decimal', '问题%2：'],
    ['decimalZero', '%2.'],
    ['decimalHalfWidth', '%2.'],
    ['decimalFullWidth', '%2．'],
    ['decimalFullWidth2', '%2'],
    ['decimalEnclosedCircle', '%2'],
    ['decimalEnclosedCircleChinese', '%2'],
    ['decimalEnclosedParen', '%2'],
    ['decimalEnclosedFullstop', '%2'],
    ['lowerLetter', '%2.'],
    ['upperLetter', '%2)'],
    ['lowerRoman', '%2.'],
    ['upperRoman', '%2、'],
    ['ideographTraditional', '%2、'],
    ['ideographZodiac', '%2、'],
    ['ideographEnclosedCircle', '%2'],
    ['chineseLegalSimplified', '%2、'],
    ['ideographDigital', '%2、'],
    ['taiwaneseDigital', '%2、'],
    ['japaneseLegal', '%2、'],
    ['ordinal', '%2'],
    ['cardinalText', '%2'],
    ['numberInDash', '%2'],
  ])('%s as %s', async (format, text) => {
    const draft = await readWord(byPlace, listOf(CATEGORY + level(1, format, text)));
    expect(outlineRead(draft)).toEqual(OUTLINE);
    expect(draft.notes).toEqual([]);
  });
});

describe('categories are', () => {
  test.each([
    ['chineseCounting', '%1、'],
    ['chineseCountingThousand', '第%1部分'],
    ['japaneseCounting', '（%1）'],
    ['taiwaneseCounting', '%1、'],
    ['taiwaneseCountingThousand', '%1、'],
    ['chineseLegalSimplified', '%1、'],
    ['ideographLegalTraditional', '（%1）'],
    ['ideographTraditional', '%1、'],
    ['upperLetter', '%1.'],
    ['upperRoman', '%1.'],
    ['chineseCounting', '第%1章'],
    ['decimal', '%1'],
  ])('with %s as %s', async (format, text) => {
    expect(outlineRead(await readWord(byPlace, listOf(level(0, format, text) + ITEM)))).toEqual(OUTLINE);
  });
});

test('letters above letters, with figures below them, are told apart', async () => {
  const levels =
    level(0, 'upperLetter', '%1.') + level(1, 'lowerLetter', '%2)') + level(2, 'decimal', '(%3)');
  const measure = (text: string) => listed(text, 1, 2);
  const draft = await readWord(
    listed('学习不经常', 1, 0) +
      listed('针对甲不实问题，整改情况如下：', 1, 1) +
      measure('补课；') +
      measure('考试。') +
      listed(problem('乙'), 1, 1) +
      listed('报销不规范', 1, 0) +
      listed(problem('丙'), 1, 1),
    listOf(levels),
  );
  expect(outlineRead(draft)).toEqual(OUTLINE);
  expect(draft.categories[0]?.items[0]?.measures).toEqual([{ text: '补课' }, { text: '考试' }]);
});

test('letters below headings that were typed are read below them', async () => {
  const draft = await readWord(
    bodyOf(
      (text) => paragraph(`${text === '学习不经常' ? '（一）' : '（二）'}${text}`),
      (text) => listed(text, text.includes('丙') ? 2 : 1, 0),
    ),
    numberingPart(
      abstractNum(0, level(0, 'lowerLetter', '%1.')) +
        abstractNum(1, level(0, 'lowerLetter', '%1.')) +
        num(1, 0) +
        num(2, 1),
    ),
  );
  expect(outlineRead(draft)).toEqual(OUTLINE);
});

describe('a format of numbers', () => {
  test('that is not known is counted, and told', async () => {
    const draft = await readWord(byPlace, listOf(CATEGORY + level(1, 'hebrew1', '%2.')));
    expect(outlineRead(draft)).toEqual(OUTLINE);
    expect(draft.notes).toEqual([{ line: 2, type: 'number-format', format: 'hebrew1' }]);
  });

  test('of its own is that which is chosen, not its fallback', async () => {
    const own =
      '<w:lvl w:ilvl="1"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="bullet"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%2."/></w:lvl>';
    expect(outlineRead(await readWord(byPlace, listOf(CATEGORY + own)))).toEqual(OUTLINE);
  });

  test('is that of the level, for lawyers with figures in all of it', async () => {
    const legal = level(1, 'chineseCounting', '%2.', '<w:isLgl/>');
    expect(outlineRead(await readWord(byPlace, listOf(CATEGORY + legal)))).toEqual(OUTLINE);
  });

  test.each(['bullet', 'none'])('that shows no number leaves none: %s', async (format) => {
    const draft = await readWord(
      `<w:tbl>${row(cell(paragraph('具体问题')) + cell(paragraph('整改措施')))}${row(
        cell(paragraph('学习不经常')) + cell(listed('补课', 1, 0) + listed('考试', 1, 0)),
      )}</w:tbl>`,
      listOf(level(0, format, format === 'bullet' ? '●' : '')),
    );
    expect(draft.categories[0]?.items[0]?.measures).toEqual([{ text: '补课' }, { text: '考试' }]);
  });
});

describe('a list has its levels', () => {
  const letters = level(0, 'upperLetter', '%1.') + level(1, 'lowerLetter', '%2)');
  const replaced = `<w:lvlOverride w:ilvl="0">${CATEGORY}</w:lvlOverride><w:lvlOverride w:ilvl="1">${ITEM}</w:lvlOverride>`;

  test('with those that it replaces', async () => {
    expect(outlineRead(await readWord(byPlace, listOf(letters, replaced)))).toEqual(OUTLINE);
  });

  test('from the style that it stands for', async () => {
    const draft = await readWord(byPlace, {
      ...numberingPart(
        abstractNum(0, '<w:numStyleLink w:val="L"/>') +
          abstractNum(1, `<w:styleLink w:val="L"/>${CATEGORY}${ITEM}`) +
          num(1, 0) +
          num(6, 1),
      ),
      ...stylesPart(
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style>',
      ),
    });
    expect(outlineRead(draft)).toEqual(OUTLINE);
  });

  test('even where styles stand for each other without end', async () => {
    const draft = await readWord(byPlace, {
      ...numberingPart(abstractNum(0, '<w:numStyleLink w:val="L"/>') + num(1, 0)),
      ...stylesPart(
        '<w:style w:type="numbering" w:styleId="L"><w:basedOn w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      ),
    });
    expect(draft.categories).toEqual([]);
  });
});

describe('a paragraph has its place in a list', () => {
  const styled = (text: string, style: string) => paragraph(text, `<w:pStyle w:val="${style}"/>`);
  const byStyle = (category: string, item: string) =>
    bodyOf(
      (text) => styled(text, category),
      (text) => styled(text, item),
    );
  const style = (id: string, numPr: string, basedOn = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}">${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${numPr === '' ? '' : `<w:numPr>${numPr}</w:numPr>`}</w:pPr></w:style>`;
  const NUM = '<w:numId w:val="1"/>';

  test('from the styles that its style is based on', async () => {
    const draft = await readWord(byStyle('F1a', 'F2'), {
      ...listOf(CATEGORY + ITEM),
      ...stylesPart(style('F1', NUM) + style('F2', '<w:ilvl w:val="1"/>', 'F1') + style('F1a', '', 'F1')),
    });
    expect(outlineRead(draft)).toEqual(OUTLINE);
  });

  test('at the level that names its style', async () => {
    const draft = await readWord(byStyle('H1', 'H2a'), {
      ...listOf(
        level(0, 'chineseCounting', '（%1）', '<w:pStyle w:val="H1"/>') +
          level(1, 'decimal', '%2.', '<w:pStyle w:val="H2"/>'),
      ),
      ...stylesPart(style('H1', NUM) + style('H2', NUM) + style('H2a', '', 'H2')),
    });
    expect(outlineRead(draft)).toEqual(OUTLINE);
  });

  test('from the style of paragraphs that name none', async () => {
    const draft = await readWord(
      bodyOf(
        (text) => paragraph(`${text === '学习不经常' ? '（一）' : '（二）'}${text}`, '<w:pStyle w:val="T"/>'),
        (text) => paragraph(text),
      ),
      {
        ...listOf(level(0, 'decimal', '%1.')),
        ...stylesPart(
          `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:numPr>${NUM}</w:numPr></w:pPr></w:style>${style('T', '<w:numId w:val="0"/>', 'N')}`,
        ),
      },
    );
    expect(draft.categories.map(({ items }) => items.map(({ problem: name }) => name))).toEqual([
      ['甲不实', '乙不实'],
      ['丙不实'],
    ]);
  });

  test('or has left it', async () => {
    const draft = await readWord(
      styled('学习不经常', 'F1') +
        paragraph(
          '一般情况',
          '<w:pStyle w:val="F1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>',
        ) +
        listed(problem('甲'), 1, 1) +
        styled('报销不规范', 'F1') +
        listed(problem('丙'), 1, 1),
      { ...listOf(CATEGORY + ITEM), ...stylesPart(style('F1', NUM)) },
    );
    expect(outlineRead(draft).filter((line) => !line.includes('.'))).toEqual([
      '1 学习不经常一般情况',
      '2 报销不规范',
    ]);
  });
});

describe('numbers go on', () => {
  /** The number of the item of each of these problems. */
  const numbers = async (body: string, parts: Record<string, string>) =>
    outlineRead(await readWord(paragraph('（一）学习不经常') + body, parts)).slice(1);
  const item = (name: string, list: number, properties = '') => listed(problem(name), list, 0, properties);
  const items = level(0, 'decimal', '%1.');
  const START = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';

  test('over lists of one definition', async () => {
    const parts = numberingPart(abstractNum(0, items) + num(1, 0) + num(2, 0));
    expect(await numbers(item('甲', 1) + item('乙', 2) + item('丙', 1), parts)).toEqual([
      '1.1 甲不实',
      '1.2 乙不实',
      '1.3 丙不实',
    ]);
  });

  test('from where a list begins anew', async () => {
    const parts = numberingPart(abstractNum(0, items) + num(1, 0) + num(2, 0, START));
    const body =
      ['甲', '乙', '丙', '丁'].map((name) => item(name, 1)).join('') + item('戊', 2) + item('己', 2);
    expect((await numbers(body, parts)).slice(-2)).toEqual(['1.5 戊不实', '1.6 己不实']);
  });

  test('below each category anew, but not where a level never does', async () => {
    const on = CATEGORY + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>');
    const { categories, notes } = await readWord(byPlace, listOf(on));
    expect(categories[1]?.items).toMatchObject([{ no: 3, problem: '丙不实' }]);
    expect(notes).toEqual([]);
  });

  test('only after the level that is named', async () => {
    const third = level(2, 'decimal', '(%3)', '<w:lvlRestart w:val="1"/>');
    const draft = await readWord(
      listed('学习不经常', 1, 0) +
        listed('制度类', 1, 1) +
        listed(problem('甲'), 1, 2) +
        listed('资金类', 1, 1) +
        listed(problem('乙'), 1, 2),
      listOf(CATEGORY + ITEM + third),
    );
    expect(draft.categories.flatMap((one) => one.items.map(({ no }) => no))).toEqual([1, 2]);
  });

  test('past what is deleted, but not past what is only struck out', async () => {
    const parts = numberingPart(abstractNum(0, items) + num(1, 0));
    const place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const deleted = ofRuns(
      '<w:del><w:r><w:delText>删去</w:delText></w:r></w:del>',
      `${place}<w:rPr><w:del w:id="1"/></w:rPr>`,
    );
    const struck = ofRuns(run(problem('癸'), '<w:strike/>'), place);
    expect(await numbers(item('甲', 1) + deleted + item('乙', 1), parts)).toEqual([
      '1.1 甲不实',
      '1.2 乙不实',
    ]);
    expect(await numbers(item('甲', 1) + struck + item('乙', 1), parts)).toEqual([
      '1.1 甲不实',
      '1.3 乙不实',
    ]);
  });

  test('before a figure, without becoming part of it', async () => {
    const parts = numberingPart(abstractNum(0, items) + num(1, 0));
    const draft = await readWord(
      paragraph('（一）学习不经常') + listed('5个支部学习不到位。已改。', 1, 0) + item('乙', 1),
      parts,
    );
    expect(outlineRead(draft).slice(1)).toEqual(['1.1 5个支部学习不到位', '1.2 乙不实']);
  });
});
