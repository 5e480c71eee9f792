import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Draft } from '../../intake';
import { readDraft } from '../../intake/files';
import { docxOf, paragraph } from '../office-files';
import { scratchFolder } from '../store';

/** What is understood of a Word document with this body, as WordprocessingML. */
export const readWord = async (body: string, more: Readonly<Record<string, string>> = {}): Promise<Draft> => {
  const path = join(await scratchFolder(), 'plan.docx');
  await writeFile(path, docxOf(body, more));
  return readDraft(path);
};

/** Text with properties of its own. */
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of runs. */
export const ofRuns = (runs: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;

export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;

export const row = (cells: string, properties = ''): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;

const HEADINGS = ['问题方面', '具体问题', '整改类型', '整改措施', '责任领导', '经办人', '整改时限'] as const;
type Heading = (typeof HEADINGS)[number];

/** A row of a table of items; what is not given is plain. Each is the content of its cell. */
export const itemRow = (own: Partial<Record<Heading, string>> = {}, properties = ''): string => {
  const plain: Record<Heading, string> = {
    问题方面: paragraph('（一）学习方面'),
    具体问题: paragraph('学习不经常'),
    整改类型: paragraph('限期整改'),
    整改措施: paragraph('补课'),
    责任领导: paragraph('甲'),
    经办人: paragraph('乙'),
    整改时限: paragraph('2021年6月30日'),
  };
  return row(HEADINGS.map((heading) => cell(own[heading] ?? plain[heading])).join(''), properties);
};

/** A table of items. */
export const itemTable = (rows: string): string =>
  `<w:tbl>${row(HEADINGS.map((heading) => cell(paragraph(heading))).join(''))}${rows}</w:tbl>`;

/** A level of a list. */
export const level = (no: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${no}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

/** A definition of lists. */
export const abstractNum = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;

export const num = (id: number, abstract: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;

/** The part of a document with its lists. */
export const numberingPart = (xml: string): Record<string, string> => ({
  'word/numbering.xml': `<w:numbering xmlns:w="w" xmlns:mc="mc">${xml}</w:numbering>`,
});

/** The part of a document with its styles. */
export const stylesPart = (xml: string): Record<string, string> => ({
  'word/styles.xml': `<w:styles xmlns:w="w">${xml}</w:styles>`,
});

/** A paragraph at a place of a list. */
export const listed = (text: string, list: number, level: number, more = ''): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>${more}`);

/** The numbers and titles of categories, and the numbers and problems of their items. */
export const outlineRead = ({ categories }: Draft): string[] =>
  categories.flatMap(({ no, title, items }) => [
    `${no} ${title}`,
    ...items.map((item) => `${no}.${item.no} ${item.problem}`),
  ]);
