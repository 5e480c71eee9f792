import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docxOf, paragraph, xlsxOf, zipOf } from '../../../testing/office-files';
import { scratchFolder } from '../../../testing/store';
import { extensionFor, lookInto } from './harmless';

const fileOf = async (content: Uint8Array | string): Promise<string> => {
  // The name lies: it must not count.
  const path = join(await scratchFolder(), '照片.jpg');
  await writeFile(path, content);
  return path;
};
const lookAt = async (content: Uint8Array | string) => lookInto(await fileOf(content));

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const typesOf = (main: string, more = '') =>
  `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${main}"/>${more}</Types>`;
const WORD = typesOf(`${OPEN_XML}.wordprocessingml.document.main+xml`);
const SHEET = typesOf(`${OPEN_XML}.spreadsheetml.sheet.main+xml`);
const related = (kind: string, more = '') =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="x" ${more}/></Relationships>`;

/** A Word document as it is written: its types first, then what else it has. */
const word = (more: Readonly<Record<string, string>> = {}, types = WORD) =>
  zipOf({ '[Content_Types].xml': types, 'word/document.xml': '<w:document xmlns:w="w"/>', ...more });

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
const CFB = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)]);

describe('a file is opened', () => {
  test.each([
    ['a PDF', '%PDF-1.7\n1 0 obj<</Type/Catalog>>', 'pdf'],
    ['an OFD document', zipOf({ 'OFD.xml': '<ofd:OFD xmlns:ofd="o"/>' }), 'ofd'],
    ['a Word document', word({ 'word/_rels/document.xml.rels': related('styles') }), 'docx'],
    ['a workbook', zipOf({ '[Content_Types].xml': SHEET, 'xl/workbook.xml': '<workbook/>' }), 'xlsx'],
    ['a picture', PNG, 'png'],
    ['a photo', JPEG, 'jpg'],
    ['a text', '一、清点\n二、登记 <3 台', 'txt'],
    ['a text in GB 18030', Buffer.from('d5fbb8c4cca8d5cb0d0a', 'hex'), 'txt'],
    ['a text in UTF-16', Buffer.from('\ufeff整改', 'utf16le'), 'txt'],
    ['a table in a text', '=HYPERLINK("http://x"),1', 'txt'],
    [
      'a document with a link',
      word({ 'word/_rels/document.xml.rels': related('hyperlink', 'TargetMode="External"') }),
      'docx',
    ],
  ])('where it is %s, with the extension of its bytes', async (_, content, extension) => {
    expect(await lookAt(content)).toEqual({ extension });
  });
});

describe('a file is not opened', () => {
  test('where the word for a script lies across two of the pieces in which it is read', async () => {
    const [word, piece] = ['/JavaScript', 64 * 1024];
    for (let before = 1; before < word.length; before += 1) {
      const head = '%PDF-1.7\n'.padEnd(piece - before, ' ');
      expect(await lookAt(`${head}${word} (app.alert(1))`)).toEqual({ extension: 'pdf', why: 'active' });
    }
  });

  test.each([
    ['a page', '<!DOCTYPE html><p>x</p>'],
    ['a page that begins late', '一、清点\n<script>alert(1)</script>'],
    ['a page in UTF-16', Buffer.from('\ufeff<html>', 'utf16le')],
    ['a drawing', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a drawing without a declaration', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a script', '#!/bin/sh\necho x'],
    ['a batch', '@echo off'],
    ['a link of a desktop', '[Desktop Entry]\nExec=x'],
    ['a mail', 'Content-Type: text/html\n\nx'],
    ['an old Word file', CFB],
    ['an archive', zipOf({ 'a.exe': 'MZ' })],
    ['a program', Buffer.from('7f454c4602010100000000000000000002003e00', 'hex')],
    ['rich text', '{\\rtf1 x}'],
    ['a text too large for a viewer', 'x'.repeat(4 * 1024 * 1024 + 1)],
  ])('where it is %s, whatever its name says', async (_, content) => {
    expect(await lookAt(content)).toMatchObject({ why: 'may-run' });
  });

  test('where nobody knows what it is', async () => {
    expect(await lookAt(Buffer.from([0, 1, 2, 3, 0x1f, 0x80, 0xff, 0]))).toMatchObject({ why: 'unknown' });
  });

  test.each([
    ['a PDF with a script', `%PDF-1.7\n${'x'.repeat(200_000)}<</S/JavaScript>>`],
    ['a PDF that starts a program', '%PDF-1.7\n<</S/Launch/F(x)>>'],
    ['a document with a project', word({ 'word/_rels/document.xml.rels': related('vbaProject') })],
    ['a document with an embedded object', word({ 'word/_rels/document.xml.rels': related('oleObject') })],
    [
      'a document with a template from elsewhere',
      word({ 'word/_rels/settings.xml.rels': related('attachedTemplate', 'TargetMode="External"') }),
    ],
    [
      'a document with a picture from elsewhere',
      word({ 'word/_rels/document.xml.rels': related('image', 'TargetMode="&#69;xternal"') }),
    ],
    [
      'a document that declares a part with macros',
      word(
        {},
        typesOf(
          `${OPEN_XML}.wordprocessingml.document.main+xml`,
          '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
        ),
      ),
    ],
    ['a document that breaks off', word({ 'word/_rels/document.xml.rels': '<Relationships>' })],
  ])('where it is %s', async (_, content) => {
    expect(await lookAt(content)).toMatchObject({ why: 'active' });
  });

  test('where two parts of a document have one name, so that programs may read either', async () => {
    const content = Buffer.from(word({ 'word/a.rels': related('styles'), 'word/b.rels': related('styles') }));
    const twice = Buffer.from(content.toString('latin1').replaceAll('word/b.rels', 'word/a.rels'), 'latin1');
    expect(await lookAt(content)).toEqual({ extension: 'docx' });
    expect(await lookAt(twice)).toMatchObject({ why: 'active' });
  });
});

test.each([
  ['序号,问题', 'text/csv', 'csv'],
  ['<p>x</p>', 'text/html', 'bin'],
  ['#!/bin/sh', 'application/x-sh', 'txt'],
  [CFB, 'application/msword', 'doc'],
  [CFB, 'application/pdf', 'bin'],
  [PNG, 'application/pdf', 'png'],
  [docxOf(paragraph('x')), 'application/x-msdownload', 'zip'],
  [xlsxOf(''), 'text/html', 'zip'],
])('saved, %s that was handed in as %s ends in .%s', async (content, claimed, extension) => {
  expect(await extensionFor(await fileOf(content), claimed)).toBe(extension);
});
