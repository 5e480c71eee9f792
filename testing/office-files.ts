import { strToU8, unzipSync, zipSync } from 'fflate';

/** A zip with these parts; `store` keeps them as they are. */
export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );

/** A Word document with this body, as WordprocessingML. */
export const docxOf = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipOf({
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...more,
  });

export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const tableCell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text
    .split('\n')
    .map((line) => paragraph(line))
    .join('')}</w:tc>`;

/** A Word table; `^` goes on with the cell above, and `<` widens the one before it. */
export const wordTable = (rows: readonly (readonly string[])[]): string => {
  const rowOf = (row: readonly string[]): string => {
    const cells = row.flatMap((text, column) => {
      if (text === '<') return [];
      const next = row.slice(column + 1);
      const others = next.findIndex((one) => one !== '<');
      const span = 1 + (others < 0 ? next.length : others);
      const width = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
      return [
        text === '^'
          ? tableCell('', `${width}<w:vMerge/>`)
          : tableCell(text, `${width}<w:vMerge w:val="restart"/>`),
      ];
    });
    return `<w:tr>${cells.join('')}</w:tr>`;
  };
  return `<w:tbl>${rows.map(rowOf).join('')}</w:tbl>`;
};

/** A workbook of one sheet; `sheet` is the content of its worksheet element. */
export const xlsxOf = (sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipOf({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="任务清单" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
    ...more,
  });

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c);
const inline = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;

/** Rows of texts from a row on, as SpreadsheetML. */
export const sheetRows = (rows: readonly (readonly string[])[], first = 1): string =>
  rows
    .map((row, index) => {
      const line = first + index;
      const cells = row.map((text, column) =>
        text === '' ? '' : inline(`${String.fromCharCode(65 + column)}${line}`, text),
      );
      return `<row r="${line}">${cells.join('')}</row>`;
    })
    .join('');

/** A workbook with rows put into some of its sheets, as a person fills in a template. */
export const filledIn = (
  workbook: Uint8Array,
  rows: Readonly<Record<string, (xml: string) => string>>,
): Uint8Array => {
  const parts = unzipSync(workbook);
  for (const [name, change] of Object.entries(rows)) {
    const part = parts[name];
    if (part === undefined) throw new Error(`no part ${name}`);
    parts[name] = strToU8(change(new TextDecoder().decode(part)));
  }
  return zipSync(parts);
};
