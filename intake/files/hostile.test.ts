import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { scratchFolder } from '../../testing/store';
import { docxOf, paragraph, sheetRows, xlsxOf, zipOf } from '../../testing/office-files';
import { DocumentError } from './fault';
import { readDraft } from './index';

const MIB = 1024 * 1024;

const faultOf = async (name: string, content: Uint8Array | string): Promise<unknown> => {
  const path = join(await scratchFolder(), name);
  await writeFile(path, content);
  return readDraft(path).then(
    () => 'read',
    (error: unknown) => (error instanceof DocumentError ? error.fault : error),
  );
};

/** Octets that compress to almost nothing. */
const spaces = (size: number): Uint8Array => new Uint8Array(size).fill(0x20);
const bomb = (before: string, after: string): Uint8Array =>
  Buffer.concat([Buffer.from(before), spaces(40 * MIB), Buffer.from(after)]);

const ENTITIES =
  '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';

describe('a hostile file is refused with its reason', () => {
  test.each([
    ['lines without end', 'a.txt', '1.\n'.repeat(50_001), 'too-large'],
    ['noise under the name of a document', 'a.docx', 'noise', 'not-a-document'],
    ['a zip of something else', 'a.xlsx', zipOf({ 'a.txt': 'a' }), 'not-a-document'],
    ['a zip that is cut off', 'a.docx', docxOf(paragraph('甲')).slice(0, 200), 'not-a-document'],
    [
      'an old document, or one with a password',
      'a.docx',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'old-office',
    ],
    [
      'a name that leads outside',
      'a.docx',
      zipOf({ '../../a': 'a', 'word/document.xml': '<a/>' }),
      'outside-name',
    ],
    ['an absolute name', 'a.xlsx', zipOf({ '/etc/a': 'a', 'xl/workbook.xml': '<a/>' }), 'outside-name'],
    ['entities', 'a.docx', zipOf({ 'word/document.xml': `${ENTITIES}<a>&b;</a>` }), 'doctype'],
    [
      'entities',
      'a.xlsx',
      xlsxOf('', { 'xl/sharedStrings.xml': `${ENTITIES}<sst><si><t>&c;</t></si></sst>` }),
      'doctype',
    ],
    ['an unknown entity', 'a.docx', docxOf(paragraph('&b;')), 'damaged'],
    ['XML that is none', 'a.docx', docxOf('<w:p>'), 'damaged'],
    ['elements in one another without end', 'a.docx', docxOf('<w:p>'.repeat(5000)), 'too-much-inside'],
    [
      'a part that unpacks to 40 MiB',
      'a.docx',
      zipOf({ 'word/document.xml': bomb('<a>', '</a>') }),
      'too-much-inside',
    ],
    [
      'a part that unpacks to 40 MiB',
      'a.xlsx',
      xlsxOf('', { 'xl/worksheets/sheet1.xml': bomb('<a>', '</a>').toString() }),
      'too-much-inside',
    ],
    [
      'a text of more than 2 million characters',
      'a.docx',
      docxOf(paragraph('甲'.repeat(2_000_001))),
      'too-much-inside',
    ],
    ['paragraphs without end', 'a.docx', docxOf('<w:p/>'.repeat(50_001)), 'too-much-inside'],
    [
      'places of tables without end',
      'a.docx',
      docxOf(
        `<w:tbl>${'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="200"/></w:tcPr></w:tc></w:tr>'.repeat(10_001)}</w:tbl>`,
      ),
      'too-much-inside',
    ],
    [
      'cells without end',
      'a.xlsx',
      xlsxOf(`<sheetData>${'<row><c><v>1</v></c></row>'.repeat(200_001)}</sheetData>`),
      'too-much-inside',
    ],
    [
      'a cell far to the right',
      'a.xlsx',
      xlsxOf('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'),
      'too-much-inside',
    ],
    [
      'too many files inside',
      'a.docx',
      zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`${n}`, '']))),
      'too-much-inside',
    ],
  ])('%s (%s)', async (_, name, content, fault) => {
    expect(await faultOf(name, content)).toBe(fault);
  });

  test('a part that is larger than its zip claims', async () => {
    const zip = Buffer.from(zipOf({ 'word/document.xml': bomb('<a>', '</a>') }));
    const size = zip.readUInt32LE(22);
    for (let at = zip.indexOf('PK'); at >= 0; at = zip.indexOf('PK', at + 1))
      for (const place of [22, 24])
        if (at + place + 4 <= zip.length && zip.readUInt32LE(at + place) === size)
          zip.writeUInt32LE(10, at + place);
    expect(await faultOf('a.docx', zip)).toBe('too-much-inside');
  });

  test.each(['a.txt', 'a.docx', 'a.xlsx'])(
    '100 MB of noise in %s is refused before it is read',
    async (name) => {
      const path = join(await scratchFolder(), name);
      const file = await open(path, 'w');
      await file.write('PK noise');
      await file.truncate(100 * MIB);
      await file.close();
      await expect(readDraft(path)).rejects.toMatchObject({ fault: 'too-large' });
    },
  );

  const listed = paragraph(
    '甲',
    '<w:pStyle w:val="S7"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
  ).repeat(20_000);

  test('a number of a list that is as long as a book costs nothing', async () => {
    const lists = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1${'甲'.repeat(1_000_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    expect(await faultOf('a.docx', docxOf(listed, { 'word/numbering.xml': lists }))).toBe('read');
  });

  test('styles that are based on each other without end cost nothing', async () => {
    const styles = Array.from(
      { length: 20_000 },
      (_, no) =>
        `<w:style w:type="paragraph" w:styleId="S${no}"><w:basedOn w:val="S${(no + 1) % 20_000}"/></w:style>`,
    );
    const part = `<w:styles xmlns:w="w">${styles.join('')}</w:styles>`;
    expect(await faultOf('a.docx', docxOf(listed, { 'word/styles.xml': part }))).toBe('read');
  });

  test('a merged area over the whole sheet costs nothing', async () => {
    const rows = sheetRows([
      ['具体问题', '整改措施'],
      ['学习不经常', '补课'],
    ]);
    const areas = '<mergeCell ref="A5:XFD1048576"/>'.repeat(1000);
    expect(
      await faultOf('a.xlsx', xlsxOf(`<sheetData>${rows}</sheetData><mergeCells>${areas}</mergeCells>`)),
    ).toBe('read');
  });
});

describe('any bytes', () => {
  const names = fc.constantFrom('a.txt', 'a.docx', 'a.xlsx');
  const whole = docxOf(paragraph('（一）学习不经常') + paragraph('1.针对甲不实问题，已改。'));
  const changed = fc
    .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, byte] of changes) bytes[at] = byte;
      return bytes;
    });

  test('are read or refused, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.oneof(fc.uint8Array({ maxLength: 300 }), changed), async (name, bytes) => {
        expect(typeof (await faultOf(name, bytes))).toBe('string');
      }),
      { numRuns: 150 },
    );
  });
});
