import type * as Docx from 'docx';
import type {
  Footer,
  Header,
  IParagraphStyleOptions,
  IRunOptions,
  ISectionPropertiesOptions,
  TextRun,
} from 'docx';
import type { OfficialPaper, Paragraph, Part } from '../paper';
import { fontTable } from './font-table';
import {
  CHARACTER,
  LAYOUT,
  LETTER,
  LINE,
  LINE_PITCH,
  letterheadLine,
  letterheadSize,
  PAGE,
  PAGE_NUMBER,
  RED,
  signatureIndents,
  styleOf,
  TIGHTER,
} from './official-layout';
import { settled } from './settled-package';
import { titleLines } from './title-lines';

/** The library takes a while to load, so only what writes a document loads it. */
type Word = typeof Docx;

const characters = (count: number): number => Math.round(count * CHARACTER);

/** Quotation marks and dashes are those of Chinese type, which their code points alone do not tell. */
const CHINESE_TYPE = { hint: 'eastAsia' } as const;

const styleFor = (part: Part): IParagraphStyleOptions => {
  const { name, font, size, align, line, bold, color, outline, ...place } = LAYOUT[part];
  const { firstLine = 0, left = 0, right = 0, before = 0, after = 0, keepNext } = place;
  return {
    id: styleOf(part),
    name,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      alignment: align,
      spacing: { line, lineRule: 'exact', before, after },
      indent: {
        left: characters(left),
        right: characters(right),
        ...(firstLine > 0 && { firstLine: characters(firstLine), firstLineChars: firstLine * 100 }),
      },
      ...(keepNext && { keepNext }),
      ...(outline !== undefined && { outlineLevel: outline }),
    },
    run: {
      font,
      size,
      ...(size === LAYOUT.body.size && { characterSpacing: TIGHTER }),
      ...(bold && { bold }),
      ...(color && { color }),
    },
  };
};

const STYLES = {
  default: {
    document: {
      run: {
        font: LAYOUT.body.font,
        size: LAYOUT.body.size,
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
    },
  },
  paragraphStyles: [
    // The grid counts characters of this style.
    { id: 'Normal', name: 'Normal', run: { font: LAYOUT.body.font, size: LAYOUT.body.size } },
    ...(Object.keys(LAYOUT) as Part[]).map(styleFor),
  ],
};

/** The words of a paragraph, and what goes on behind a heading in the font of the body. */
const runsOf = ({ TextRun }: Word, { part, text, runOn }: Paragraph): TextRun[] => {
  const size = part === 'letterhead' ? { size: letterheadSize(text) } : {};
  const own = (part === 'title' ? titleLines(text) : text)
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({ text: line, font: CHINESE_TYPE, ...size, ...(index > 0 && { break: 1 }) }),
    );
  if (runOn === undefined) return own;
  const plain: IRunOptions = {
    text: runOn,
    bold: false,
    font: { ...LAYOUT.body.font, ...CHINESE_TYPE },
  };
  return [...own, new TextRun(plain)];
};

/**
 * A red double line, as letters have below their head and at their foot (10.1). Both are below a paragraph: above one
 * LibreOffice draws the thin line where the thick one should be.
 */
const redLine = (style: 'thickThinSmallGap' | 'thinThickSmallGap') => ({
  border: { bottom: { style, color: RED, size: 24, space: LETTER.aboveLine } },
  indent: LETTER.beyondText,
});

const indentsOf = ({ paragraphs }: OfficialPaper): Partial<Record<Part, number>> => {
  const textOf = (part: Part) => paragraphs.find((one) => one.part === part)?.text ?? '';
  return signatureIndents(textOf('signature'), textOf('date'));
};

const isHead = ({ part }: Paragraph): boolean => part === 'letterhead';

/** What hangs on the paragraph that follows: an empty line below a heading (7.3.2), and no end of a paper by itself. */
const beforeNext = ({ part }: Paragraph, next: Part | undefined) => ({
  ...(part === 'title' && next !== 'mark' && { spacing: { after: LINE } }),
  ...((next === 'signature' || next === 'copies') && { keepNext: true }),
});

const bodyOf = (word: Word, paper: OfficialPaper) => {
  const indents = indentsOf(paper);
  const paragraphs = paper.paragraphs.filter((one) => !isHead(one));
  return paragraphs.map((paragraph, index) => {
    const right = indents[paragraph.part];
    return new word.Paragraph({
      style: styleOf(paragraph.part),
      // A page of 22 lines is filled to its last one.
      widowControl: false,
      children: runsOf(word, paragraph),
      ...(right !== undefined && { indent: { right: characters(right) } }),
      ...beforeNext(paragraph, paragraphs[index + 1]?.part),
    });
  });
};

/** 7.5: `— 1 —`, one character from the outer edge, and 7 mm below the text, even where a letter leaves room for its line. */
const pageNumber = (
  { Footer, Paragraph: Line, PageNumber, TextRun }: Word,
  side: 'left' | 'right',
  form: OfficialPaper['form'],
): Footer => {
  const style = { font: { ...PAGE_NUMBER.font, ...CHINESE_TYPE }, size: PAGE_NUMBER.size };
  return new Footer({
    children: [
      new Line({
        alignment: side,
        indent: { [side]: PAGE_NUMBER.indent },
        ...(form === 'letter' && { spacing: { after: PAGE.margin.footer - LETTER.footer } }),
        children: [['— '], [PageNumber.CURRENT], [' —']].map(
          (children) => new TextRun({ children, ...style }),
        ),
      }),
    ],
  });
};

/** A letter is headed by its issuer, above the text of its first page. */
const headOfLetter = (word: Word, { paragraphs }: OfficialPaper): Header =>
  new word.Header({
    children: paragraphs.filter(isHead).map(
      (head) =>
        new word.Paragraph({
          style: styleOf(head.part),
          spacing: { line: letterheadLine(head.text) },
          children: runsOf(word, head),
          ...redLine('thickThinSmallGap'),
        }),
    ),
  });

/** The first page of a letter has no number, but a line that answers the one of its head. */
const footOfLetter = ({ Footer, Paragraph: Line }: Word): Footer =>
  new Footer({
    children: [new Line({ spacing: { line: 20, lineRule: 'exact' }, ...redLine('thinThickSmallGap') })],
  });

const sectionOf = ({ form }: OfficialPaper): ISectionPropertiesOptions => ({
  page:
    form === 'letter'
      ? { ...PAGE, margin: { ...PAGE.margin, header: LETTER.header, footer: LETTER.footer } }
      : PAGE,
  grid: { type: 'lines', linePitch: LINE_PITCH },
  titlePage: form === 'letter',
});

/**
 * A paper as a Word document in the official layout (GB/T 9704-2012). The same paper gives the same bytes.
 * Fonts are named with those that may stand in for them, and not shipped.
 */
export const officialDocx = async (paper: OfficialPaper): Promise<Uint8Array> => {
  const word = await import('docx');
  const document = new word.Document({
    title: paper.title,
    creator: 'rectify',
    lastModifiedBy: 'rectify',
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: characters(2),
    sections: [
      {
        properties: sectionOf(paper),
        ...(paper.form === 'letter' && { headers: { first: headOfLetter(word, paper) } }),
        footers: {
          default: pageNumber(word, 'right', paper.form),
          even: pageNumber(word, 'left', paper.form),
          ...(paper.form === 'letter' && { first: footOfLetter(word) }),
        },
        children: bodyOf(word, paper),
      },
    ],
  });
  return settled(await word.Packer.toBuffer(document), paper.at, { 'word/fontTable.xml': fontTable() });
};
