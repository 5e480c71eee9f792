import { startsLikeLabel } from '../field';
import { columnsOf, fold } from '../../base/half-width';
import { startsLikeMark } from './heading-styles';
import type { SourceLine } from '../source';

/** Ends a sentence, so that what follows may be a new beginning. */
export const STOP = /[。;!?:][”’"')\]》」]*\s*$/;

/** The number of a page, alone on a line. */
const PAGE_NUMBER = /^(?:[-—–·\s]*\d{1,4}[-—–·\s]*|第\s*\d+\s*页.{0,12}|\d{1,4}\s*\/\s*\d{1,4})$/;

/** Beyond this no page is wrapped: such lines are paragraphs. Nor are lines that are all short. */
const WIDEST_PAGE = 160;
const NARROWEST_PAGE = 40;

/** Lines end up to so many columns before the edge: a wide character, or punctuation that may not begin a line. */
const RAGGED = 6;

/** Shorter than this, a line without a full stop is rather a heading. */
export const LONG_LINE = 56;

/** A line that was cut within a mark, or before what no line begins with. */
const CUT_MARK = /[([“《]\s*[\d一二三四五六七八九十]*$/;
const NOT_A_BEGINNING = /^[)\]”》、。,.;:!?]/;

type Kept = {
  line: number;
  text: string;
  folded: string;
  columns: number;
  indented: boolean;
  afterGap: boolean;
};

const kept = (lines: readonly SourceLine[]): { kept: Kept[]; unused: SourceLine[] } => {
  const result: Kept[] = [];
  const unused: SourceLine[] = [];
  let afterGap = true;
  for (const { line, text } of lines) {
    const folded = fold(text);
    const trimmed = folded.trim();
    if (trimmed === '') afterGap = true;
    else if (PAGE_NUMBER.test(trimmed)) unused.push({ line, text });
    else {
      const from = folded.indexOf(trimmed);
      const own = text.slice(from, from + trimmed.length);
      const columns = columnsOf(text.trimEnd());
      result.push({ line, text: own, folded: trimmed, columns, indented: from >= 2, afterGap });
      afterGap = false;
    }
  }
  return { kept: result, unused };
};

/** From which column on a line is full, and whether every line has a gap after it, which then parts nothing. */
type Page = { edge: number; spaced: boolean };

/** Somewhere a full line goes on amid a sentence, below it stands nothing that begins anew. */
const isWrappedAt = (lines: readonly Kept[], edge: number): boolean =>
  lines.some(({ columns, folded }, index) => {
    const next = lines[index + 1];
    if (next === undefined || columns < edge || STOP.test(folded) || next.indented) return false;
    return !startsLikeMark(next.folded) && !startsLikeLabel(next.folded);
  });

const pageOf = (lines: readonly Kept[]): Page => {
  const widest = lines.reduce((most, { columns }) => Math.max(most, columns), 0);
  if (widest > WIDEST_PAGE || widest < NARROWEST_PAGE) return { edge: Infinity, spaced: false };
  const edge = isWrappedAt(lines, widest - RAGGED) ? widest - RAGGED : Infinity;
  const gaps = lines.filter(({ afterGap }) => afterGap).length;
  return { edge, spaced: gaps > 0.9 * lines.length };
};

/** Whether the second line goes on with the sentence of the first: the page was full, or cut amid a sentence. */
const goesOn = (before: Kept, next: Kept, { edge, spaced }: Page): boolean => {
  if ((next.afterGap && !spaced) || next.indented) return false;
  if (CUT_MARK.test(before.folded) || NOT_A_BEGINNING.test(next.folded)) return true;
  if (STOP.test(before.folded)) return false;
  // `2021.6.30` and `2.` on the next line are not `2021.6.302.`
  if (/\d$/.test(before.folded) && startsLikeMark(next.folded)) return false;
  return before.columns >= edge || (before.columns >= LONG_LINE && !startsLikeMark(next.folded));
};

const isLetter = (character: string | undefined) => character !== undefined && /[A-Za-z]/.test(character);

/**
 * A text without its pages: wrapped lines joined to paragraphs, which are parted by `\n`. Keeps where each line
 * of the source went.
 */
export class PageText {
  readonly text: string;
  /** The same in half width, place for place. */
  readonly folded: string;
  readonly lines: readonly (SourceLine & { from: number; to: number })[];
  /** Where a line was joined to the one before. */
  readonly joints: ReadonlySet<number>;
  /** Numbers of pages. */
  readonly unused: readonly SourceLine[];

  /** `isWrapped`: lines may have been broken to fit a page; else each is a paragraph. */
  constructor(source: readonly SourceLine[], isWrapped = true) {
    const { kept: lines, unused } = kept(source);
    const page = pageOf(lines);
    const parts: string[] = [];
    const joints = new Set<number>();
    let at = 0;
    this.lines = lines.map((line, index) => {
      const before = lines[index - 1];
      const joined = isWrapped && before !== undefined && goesOn(before, line, page);
      const between = joined && isLetter(before.text.at(-1)) && isLetter(line.text[0]) ? ' ' : '';
      const part = `${joined || before === undefined ? between : '\n'}${line.text}`;
      parts.push(part);
      at += part.length;
      const from = at - line.text.length;
      if (joined) joints.add(from);
      return { line: line.line, text: line.text, from, to: at };
    });
    this.text = parts.join('');
    this.folded = fold(this.text);
    this.joints = joints;
    this.unused = unused;
  }

  /** The number of the line that a place lies in. */
  lineAt(at: number): number {
    return this.lines[this.#indexAt(at)]?.line ?? 1;
  }

  #indexAt(at: number): number {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lines[middle]?.from ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The words of a stretch on one line. */
  words(from: number, to: number): string {
    return this.text
      .slice(from, to)
      .replace(/([A-Za-z])\n(?=[A-Za-z])/g, '$1 ')
      .replaceAll('\n', '')
      .trim();
  }
}
