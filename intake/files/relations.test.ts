import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paragraph, sheetRows, zipOf } from '../../testing/office-files';
import { scratchFolder } from '../../testing/store';
import { DocumentError } from './fault';
import { readDraft } from './index';

const read = async (name: string, parts: Readonly<Record<string, string | Uint8Array>>) => {
  const path = join(await scratchFolder(), name);
  await writeFile(path, zipOf(parts));
  return readDraft(path);
};

const problemsIn = async (name: string, parts: Readonly<Record<string, string | Uint8Array>>) =>
  (await read(name, parts)).categories.flatMap(({ items }) => items.map(({ problem }) => problem));

const faultOf = (name: string, parts: Readonly<Record<string, string>>) =>
  read(name, parts).then(
    () => 'read',
    (error: unknown) => (error instanceof DocumentError ? error.fault : error),
  );

const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

const relations = (all: readonly (readonly [kind: string, target: string])[], base = TRANSITIONAL): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${base}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const documentOf = (body: string) => `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
const DOCUMENT = documentOf(paragraph('（一）学习不经常') + paragraph('1.针对甲不实问题，已改。'));
const LISTED = documentOf(
  paragraph('（一）学习不经常') +
    paragraph('针对甲不实问题，已改。', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
);
const NUMBERING =
  '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';

const SHEET = `<worksheet><sheetData>${sheetRows([['具体问题', '整改措施']])}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row></sheetData></worksheet>`;
const STRINGS = '<sst><si><t>甲不实</t></si><si><t>补课</t></si></sst>';
const WORKBOOK =
  '<workbook xmlns:r="r"><sheets><sheet name="任务" sheetId="1" r:id="rId1"/></sheets></workbook>';

/** A workbook with its parts at these places. */
const workbookAt = (main: string, rels: string, sheet: string, strings: string) => ({
  '_rels/.rels': relations([['officeDocument', main]]),
  [main]: WORKBOOK,
  [rels]: relations([
    ['worksheet', `/${sheet}`],
    ['sharedStrings', `/${strings}`],
  ]),
  [sheet]: SHEET,
  [strings]: STRINGS,
});

describe('a document begins where its relationships say', () => {
  test.each([
    ['word/document2.xml', 'word/document2.xml'],
    ['/word/document.xml', 'word/document.xml'],
    ['a/b/main.xml', 'a/b/main.xml'],
    ['./word/document.xml', 'word/document.xml'],
    ['word\\document.xml', 'word/document.xml'],
    ['Word/Document.xml', 'word/document.xml'],
    ['word/document.xml', 'WORD/DOCUMENT.XML'],
    ['word/document.xml', 'word\\document.xml'],
    ['word/%E6%96%B9%E6%A1%88.xml', 'word/方案.xml'],
    ['word/方案.xml', 'word/%E6%96%B9%E6%A1%88.xml'],
  ])('%s for %s', async (target, name) => {
    const parts = { '_rels/.rels': relations([['officeDocument', target]]), [name]: DOCUMENT };
    expect(await problemsIn('a.docx', parts)).toEqual(['甲不实']);
  });

  test('also as Strict documents say it', async () => {
    const parts = {
      '_rels/.rels': relations([['officeDocument', 'word/document.xml']], STRICT),
      'word/document.xml': DOCUMENT,
    };
    expect(await problemsIn('a.docx', parts)).toEqual(['甲不实']);
  });

  test('and not where another document lies in it', async () => {
    const parts = {
      '_rels/.rels': relations([['officeDocument', 'word/new.xml']]),
      'word/document.xml': documentOf(paragraph('1.针对乙不实问题，已改。')),
      'word/new.xml': DOCUMENT,
    };
    expect(await problemsIn('a.docx', parts)).toEqual(['甲不实']);
  });

  test('of the kind that it is, whatever its name', async () => {
    const parts = workbookAt('word/document.xml', 'word/_rels/document.xml.rels', 'x/s.xml', 'x/t.xml');
    expect(await problemsIn('a.docx', parts)).toEqual(['甲不实']);
  });
});

describe('the parts of a document are those that it refers to', () => {
  test.each([
    ['numbering.xml', 'word/numbering.xml'],
    ['Numbering.xml', 'word/NUMBERING.xml'],
    ['../lists/n2.xml', 'lists/n2.xml'],
    ['/lists/n2.xml', 'lists/n2.xml'],
  ])('lists at %s for %s', async (target, name) => {
    const parts = {
      '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
      'word/document.xml': LISTED,
      'word/_rels/document.xml.rels': relations([['numbering', target]]),
      [name]: NUMBERING,
    };
    expect(await problemsIn('a.docx', parts)).toEqual(['甲不实']);
  });

  test.each([
    [
      'of the usual names',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/sharedStrings.xml',
    ],
    [
      'in another case',
      'xl/Workbook.xml',
      'xl/_rels/workbook.xml.RELS',
      'xl/Worksheets/Sheet1.xml',
      'xl/SharedStrings.xml',
    ],
    ['elsewhere', 'book/b.xml', 'book/_rels/b.xml.rels', 'sheets/one.xml', 'texts/t.xml'],
    [
      'with backslashes',
      'xl\\workbook.xml',
      'xl\\_rels\\workbook.xml.rels',
      'xl\\worksheets\\sheet1.xml',
      'xl\\sharedStrings.xml',
    ],
  ])('sheets and texts %s', async (_, main, rels, sheet, strings) => {
    expect(await problemsIn('a.xlsx', workbookAt(main, rels, sheet, strings))).toEqual(['甲不实']);
  });

  test('in UTF-16 where they say so', async () => {
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${DOCUMENT}`, 'utf16le'));
    expect(await problemsIn('a.docx', { 'word/document.xml': utf16 })).toEqual(['甲不实']);
  });
});

describe('a part that is referred to but not there is damage', () => {
  const whole = workbookAt(
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
  );
  const without = (name: keyof typeof whole) =>
    Object.fromEntries(Object.entries(whole).filter(([part]) => part !== name));

  test.each([
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
    'xl/_rels/workbook.xml.rels',
  ])('%s', async (name) => {
    expect(await faultOf('a.xlsx', without(name))).toBe('part-missing');
  });

  test.each(['numbering', 'styles'])('%s of a text', async (kind) => {
    const parts = {
      '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
      'word/document.xml': LISTED,
      'word/_rels/document.xml.rels': relations([[kind, 'gone.xml']]),
    };
    expect(await faultOf('a.docx', parts)).toBe('part-missing');
  });

  test('but not where nothing in the file needs it', async () => {
    const sheet = `<worksheet><sheetData>${sheetRows([
      ['具体问题', '整改措施'],
      ['甲不实', '补课'],
    ])}</sheetData></worksheet>`;
    const parts = { ...without('xl/sharedStrings.xml'), 'xl/worksheets/sheet1.xml': sheet };
    expect(await problemsIn('a.xlsx', parts)).toEqual(['甲不实']);
  });
});

test.each([
  ['without a main part', { '_rels/.rels': relations([['thumbnail', 'a.png']]), 'a.png': '' }],
  [
    'of slides',
    { '_rels/.rels': relations([['officeDocument', 'ppt/p.xml']]), 'ppt/p.xml': '<presentation/>' },
  ],
])('a document %s is none of ours', async (_, parts) => {
  expect(await faultOf('a.docx', parts)).toBe('not-a-document');
});

test('a part that is not in its encoding is damaged', async () => {
  const parts = { 'word/document.xml': new Uint8Array([...Buffer.from('<w:document>'), 0xbc, 0xd7]) };
  await expect(read('a.docx', parts)).rejects.toMatchObject({ fault: 'damaged' });
});
