import type { IFontAttributesProperties } from 'docx';
import type { Part } from '../paper';

/**
 * The official layout, GB/T 9704-2012: sizes in half points, lengths in twentieths of a point. Fonts are named, not
 * shipped: `FALLBACKS` says which free or newer font stands in where one is not installed.
 */

const MM = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * MM);

/** 5.2: the text area (版心) is 156 mm x 225 mm, between a head of 37 mm and a binding edge of 28 mm. */
const TEXT = { width: mm(156), height: mm(225) };
const A4 = { width: mm(210), height: mm(297) };
export const PAGE = {
  size: A4,
  margin: {
    top: mm(37),
    left: mm(28),
    right: A4.width - mm(28) - TEXT.width,
    bottom: A4.height - mm(37) - TEXT.height,
    header: mm(15),
    /** 7.5: the number of the page is 7 mm below the text area. */
    footer: mm(24),
  },
};

/** Length of a red line. */
const RED_LINE = mm(170);
/**
 * 10.1: the head of a letter is 30 mm below the edge of the page, its red line 4 mm below that, and the other one
 * 20 mm above the lower edge. Both are in the middle of the page, and so longer than its text on either side.
 */
export const LETTER = {
  header: mm(30),
  footer: mm(20),
  /** In points. */
  aboveLine: 8,
  beyondText: {
    left: (A4.width - RED_LINE) / 2 - PAGE.margin.left,
    right: (A4.width - RED_LINE) / 2 - PAGE.margin.right,
  },
};

/** 三号. */
const THREE = 32;
/** 四号. */
const FOUR = 28;
/** 二号. */
const TWO = 44;

const LINES = 22;
const CHARACTERS = 28;
/** 5.2.3: 22 lines of 28 characters. */
export const LINE_PITCH = Math.floor(TEXT.height / LINES);
const CHARACTER_PITCH = TEXT.width / CHARACTERS;
/**
 * So 28 characters of 16 pt are a little too wide, and each gives way by a quarter of a point. A grid of characters
 * would say the same, but LibreOffice gives a character that is wider than its cell two of them.
 */
export const TIGHTER = Math.floor(CHARACTER_PITCH - (THREE / 2) * 20);
/** Width of a character of the body, and how far its lines are apart. */
export const CHARACTER = (THREE / 2) * 20 + TIGHTER;
export const LINE = 28 * 20;
/** The lines of a title, of 22 pt. */
const TITLE_LINE = 34 * 20;

const WESTERN = 'Times New Roman';
const font = (eastAsia: string): IFontAttributesProperties => ({
  ascii: WESTERN,
  hAnsi: WESTERN,
  cs: WESTERN,
  eastAsia,
});
const SONG_TITLE = font('方正小标宋简体');
const FANGSONG = font('仿宋_GB2312');
const HEI = font('黑体');
const KAI = font('楷体_GB2312');
const SONG = '宋体';
/** 7.5: 四号半角宋体, one character from the edge. */
export const PAGE_NUMBER = {
  font: { ascii: SONG, hAnsi: SONG, cs: SONG, eastAsia: SONG },
  size: FOUR,
  indent: (FOUR / 2) * 20,
};

/** Other names under which the same typeface may be installed. */
export const FALLBACKS: Readonly<Record<string, string>> = {
  方正小标宋简体: 'FZXiaoBiaoSong-B05S',
  仿宋_GB2312: 'FangSong',
  楷体_GB2312: 'KaiTi',
  黑体: 'SimHei',
  宋体: 'SimSun',
};

export const RED = 'FF0000';

export type PartLayout = {
  /** Its name among the styles of the document. */
  name: string;
  font: IFontAttributesProperties;
  size: number;
  align: 'both' | 'center' | 'left' | 'right';
  line: number;
  bold?: true;
  color?: string;
  /** Indent of the first line, in characters. */
  firstLine?: number;
  /** Indents in characters. */
  left?: number;
  right?: number;
  before?: number;
  after?: number;
  /** A heading is not the last line of a page. */
  keepNext?: true;
  /** Its level in Word's own outline, from 0. */
  outline?: number;
};

const body = { font: FANGSONG, size: THREE, line: LINE } as const;
const running = { ...body, align: 'both', firstLine: 2 } as const;
const centred = { align: 'center', line: TITLE_LINE } as const;

export const LAYOUT: Record<Part, PartLayout> = {
  letterhead: {
    ...centred,
    name: '发文机关标志',
    font: SONG_TITLE,
    size: TWO,
    color: RED,
  },
  number: { ...body, name: '发文字号', align: 'right', before: LINE / 2, after: LINE },
  title: { ...centred, name: '公文标题', font: SONG_TITLE, size: TWO, keepNext: true },
  mark: { ...body, name: '稿件标注', font: KAI, align: 'center', after: LINE, keepNext: true },
  recipient: { ...body, name: '主送机关', align: 'left' },
  level1: { ...running, name: '一级标题', font: HEI, keepNext: true, outline: 0 },
  level2: { ...running, name: '二级标题', font: KAI, keepNext: true, outline: 1 },
  level3: { ...running, name: '三级标题', bold: true },
  body: { ...running, name: '公文正文' },
  signature: { ...body, name: '发文机关署名', align: 'right', before: 2 * LINE, keepNext: true },
  date: { ...body, name: '成文日期', align: 'right', right: 4 },
  copies: { ...body, name: '抄送机关', align: 'left', size: FOUR, left: 1, right: 1, before: LINE },
};

/** Styles go by plain names within the document. */
export const styleOf = (part: Part): string => `Official-${part}`;

/** Characters as wide as they are high; the others are half as wide. */
const columns = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character > '\u2E7F' ? 1 : 0.5), 0);

/**
 * 7.3.5.1: the signature is centred over the date, which keeps four characters from the right. Where the
 * signature is the longer by far, it begins at the edge and the date is moved instead; one of several lines is as wide
 * as the text. In characters.
 */
export const signatureIndents = (signature: string, date: string): { signature: number; date: number } => {
  const half = (columns(date) - Math.min(columns(signature), CHARACTERS)) / 2;
  const own = LAYOUT.date.right ?? 0;
  return { signature: Math.max(0, own + half), date: Math.max(own, -half) };
};

/** A letterhead goes on one line, as long as the red one, and large where its words are few; in half points. */
export const letterheadSize = (text: string): number =>
  Math.min(72, Math.floor((RED_LINE / 10 / Math.max(1, columns(text))) * 0.98));

/** In twentieths of a point: little higher than its characters, so that they begin where the page's header does. */
export const letterheadLine = (text: string): number => letterheadSize(text) * 11;
