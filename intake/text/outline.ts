import type { NoteDetail } from '../draft';
import { marksOfAbout } from './about-list';
import { columnsOf } from '../../base/half-width';
import { type Mark, MARK_STYLES, marksIn, type MarkStyle } from './heading-styles';
import { LONG_LINE, type PageText, STOP } from './page-text';
import { FRAME } from './signs';

/** Something numbered, with all that lies below it. Places are those of the text. */
export type Node = {
  mark: Mark;
  /** Where its own words begin and end: before the first node below it. */
  from: number;
  ownTo: number;
  /** Where all of it ends. */
  to: number;
  children: Node[];
};

export type Outline = { nodes: Node[]; notes: ({ line: number } & NoteDetail)[] };

/** Nodes of one style under one parent, counted on. */
type List = { style: MarkStyle; shape: string; last: number; nodes: Node[] };

/** What was said in brackets of the step before: `(责任人:甲)`. */
const LABELLED_BRACKETS = /\([^()\n:]*:[^()\n]*\)$/;

/** How a mark stands: at a beginning, after the end of a sentence, where a wrapped line was joined, or amid words. */
type Standing = 'begins' | 'after-stop' | 'joined' | 'amid';

/** Lists of one style lie in one another no deeper: each level costs time for every mark. */
const DEEPEST = 12;

/** A heading that the first of its items follows on the same line is not longer. */
const LONGEST_FUSED = 70;

/** The small marks may lie in one another in any order. */
const SMALL: ReadonlySet<MarkStyle> = new Set(['half-bracket', 'parenthesis', 'circle']);

const rankOf = (style: MarkStyle) => MARK_STYLES.indexOf(SMALL.has(style) ? 'parenthesis' : style);
const isSenior = (style: MarkStyle) => rankOf(style) <= rankOf('bracketed');

/** Opens a list of steps, in which numbers begin anew. */
const OPENS_LIST = /(?:如下|措施|举措|情况|做法|表现|包括)[:。]?\s*$/;

/** Builds the outline of a text mark by mark: a mark counts only where it goes on with, or opens, a list. */
class OutlineBuilder {
  readonly root: Node[] = [];
  readonly notes: Outline['notes'] = [];
  readonly #lists: List[] = [];
  /** How far the last list of a style went. */
  readonly #ended = new Map<MarkStyle, number>();
  readonly #folded: string;

  constructor(
    private readonly text: PageText,
    private readonly marks: readonly Mark[],
  ) {
    this.#folded = text.folded;
  }

  build(): Outline {
    this.marks.forEach((mark, index) => {
      const standing = this.#standingOf(mark);
      if (
        this.#goOn(mark, standing, index) ||
        this.#open(mark, standing, index) ||
        this.#mend(mark, standing)
      )
        return;
      if (standing === 'begins')
        this.#note(mark, { type: 'not-a-mark', text: this.text.words(mark.from, mark.from + 16) });
    });
    this.#close(0, this.#folded.length);
    return { nodes: this.root, notes: this.notes };
  }

  #note({ from }: Mark, detail: NoteDetail): void {
    this.notes.push({ line: this.text.lineAt(from), ...detail });
  }

  #standingOf(mark: Mark): Standing {
    const { from, style } = mark;
    if (from === 0 || this.#folded[from - 1] === '\n') return 'begins';
    const before = this.#folded.slice(Math.max(0, from - 4), from);
    if (STOP.test(before) || this.#said(mark).trim() === '') return 'after-stop';
    const near = this.#folded.slice(Math.max(0, from - 200), from).trimEnd();
    if (near.endsWith(')') && LABELLED_BRACKETS.test(near)) return 'after-stop';
    if (style === 'words' && /[,、]\s*$/.test(before)) return 'after-stop';
    return this.text.joints.has(from) ? 'joined' : 'amid';
  }

  #wordsAfter(mark: Mark): string {
    return this.#folded.slice(mark.to, mark.to + 220).trimStart();
  }

  /** What the deepest open node says before this place. */
  #said(mark: Mark): string {
    const node = this.#lists.at(-1)?.nodes.at(-1);
    return this.#folded.slice(node?.mark.to ?? Math.max(0, mark.from - LONGEST_FUSED - 1), mark.from);
  }

  /** The next number of an open list, the innermost first. */
  #goOn(mark: Mark, standing: Standing, index: number): boolean {
    const fits = this.#lists
      .map((list, depth) => ({ list, depth }))
      .filter(({ list }) => list.style === mark.style && list.last + 1 === mark.no);
    if (fits.length === 0 || (standing === 'amid' && !this.#isFramed(mark))) return false;
    if (standing === 'joined' && mark.style === 'words') return false;
    const sameShape = fits.filter(({ list }) => list.shape === mark.shape);
    const outermost = this.#isFramed(mark) || this.#namesMeasures(mark, index);
    const choice = sameShape.length > 0 ? sameShape : fits;
    const depth = (outermost ? choice[0] : choice.at(-1))?.depth ?? 0;
    this.#add(mark, depth);
    return true;
  }

  #isFramed(mark: Mark): boolean {
    return FRAME.test(this.#wordsAfter(mark).replaceAll('\n', ''));
  }

  /** Whether measures are announced before the next mark. */
  #namesMeasures(mark: Mark, index: number): boolean {
    const next = this.marks[index + 1]?.from ?? this.#folded.length;
    return /整改(?:措施|举措|情况)\s*:/.test(this.#folded.slice(mark.to, Math.min(next, mark.to + 300)));
  }

  #isFollowed(mark: Mark, index: number): boolean {
    const near = this.marks.slice(index + 1, index + 400);
    return near.find(({ style, shape }) => style === mark.style && shape === mark.shape)?.no === mark.no + 1;
  }

  /** Numbers that run on from one heading to the next: 1 to 6 below the first, from 7 below the second. */
  #runsOn(mark: Mark, standing: Standing, index: number): boolean {
    if (mark.style === 'words' || this.#ended.get(mark.style) !== mark.no - 1) return false;
    if (this.#lists.some(({ style }) => style === mark.style)) return false;
    return standing === 'begins' ? this.#isAfterWhole(mark) : this.#isFused(mark, index);
  }

  /** Number one begins a list below what is open, and so does one that runs on. */
  #open(mark: Mark, standing: Standing, index: number): boolean {
    if (mark.no !== 1 && !this.#runsOn(mark, standing, index)) return false;
    if (!this.#mayOpen(mark, standing, index)) return false;
    if (standing === 'begins' && isSenior(mark.style)) this.#closeJuniors(mark);
    const open = this.#lists.findIndex(({ style }) => style === mark.style);
    if (open >= 0 && !this.#isNested(mark, index)) this.#close(open, this.#headingBefore(mark));
    this.#lists.push({ style: mark.style, shape: mark.shape, last: mark.no - 1, nodes: [] });
    this.#add(mark, this.#lists.length - 1);
    return true;
  }

  /** Numbers begin anew under a heading without one: where that begins, else where the mark stands. */
  #headingBefore({ from, style }: Mark): number {
    if (style === 'words' || this.#folded[from - 1] !== '\n') return from;
    const begins = this.#folded.lastIndexOf('\n', from - 2) + 1;
    const heading = this.#folded.slice(begins, from - 1);
    const hasMark = begins < (this.#lists.at(-1)?.nodes.at(-1)?.from ?? 0);
    return hasMark || heading.length > 30 || /[。;:,]/.test(heading) ? from : begins;
  }

  #mayOpen(mark: Mark, standing: Standing, index: number): boolean {
    const deepest = this.#lists.at(-1);
    const small = deepest !== undefined && SMALL.has(deepest.style) && SMALL.has(mark.style);
    const isBelow = deepest === undefined || small || rankOf(mark.style) > rankOf(deepest.style);
    const isOpen = this.#lists.some(({ style }) => style === mark.style);
    if (standing === 'begins') return true;
    if (standing === 'after-stop') {
      if (mark.style === 'words') return true;
      return isOpen ? this.#isNested(mark, index) : isBelow || isSenior(mark.style);
    }
    return !isOpen && isBelow && mark.style !== 'words' && this.#isFused(mark, index);
  }

  /** The first item on the line of its heading. */
  #isFused(mark: Mark, index: number): boolean {
    const heading = this.#said(mark);
    if (heading.trim() === '' || heading.length > LONGEST_FUSED || /[。;!?]/.test(heading)) return false;
    return this.#isFramed(mark) || this.#isFollowed(mark, index);
  }

  /** A list in a list of the same style: announced, or typed otherwise and counted on. */
  #isNested(mark: Mark, index: number): boolean {
    const list = this.#lists.findLast(({ style }) => style === mark.style);
    if (list === undefined) return true;
    if (this.#lists.length >= DEEPEST) return false;
    if (mark.style === 'words' || this.#isFramed(mark)) return false;
    if (OPENS_LIST.test(this.#said(mark).slice(-12))) return true;
    return list.shape !== mark.shape && this.#isFollowed(mark, index);
  }

  #closeJuniors({ style, from }: Mark): void {
    const junior = this.#lists.findIndex((list) => rankOf(list.style) > rankOf(style));
    if (junior >= 0) this.#close(junior, from);
  }

  /** A number repeated or left out at the beginning of a line: taken, and told. */
  #mend(mark: Mark, standing: Standing): boolean {
    if (standing !== 'begins' || mark.style === 'words' || !this.#isAfterWhole(mark)) return false;
    const depth = this.#lists.findLastIndex(({ style }) => style === mark.style);
    const expected = (this.#lists[depth]?.last ?? 0) + 1;
    if (Math.abs(mark.no - expected) > 5) return false;
    this.#note(mark, { type: 'number-differs', found: String(mark.no), expected: String(expected) });
    if (depth < 0) this.#lists.push({ style: mark.style, shape: mark.shape, last: 0, nodes: [] });
    this.#add(mark, depth < 0 ? this.#lists.length - 1 : depth);
    return true;
  }

  /** Nothing was broken off before it: a sentence ended there, or a line that is short, as headings are. */
  #isAfterWhole({ from }: Mark): boolean {
    const begins = this.#folded.lastIndexOf('\n', from - 2) + 1;
    const line = this.#folded.slice(begins, Math.max(begins, from - 1));
    return STOP.test(line.slice(-4)) || columnsOf(line) < LONG_LINE;
  }

  #add(mark: Mark, depth: number): void {
    this.#close(depth + 1, mark.from);
    const list = this.#lists[depth];
    if (list === undefined) return;
    this.#end(list.nodes.at(-1), mark.from);
    const parent = this.#lists[depth - 1]?.nodes.at(-1);
    if (parent?.children.length === 0) parent.ownTo = mark.from;
    const node: Node = { mark, from: mark.to, ownTo: mark.from, to: mark.from, children: [] };
    (parent?.children ?? this.root).push(node);
    list.nodes.push(node);
    list.last = mark.no;
  }

  /** Ends the lists from a depth on. */
  #close(depth: number, at: number): void {
    for (const list of this.#lists.splice(depth)) {
      this.#end(list.nodes.at(-1), at);
      this.#ended.set(list.style, list.last);
    }
  }

  #end(node: Node | undefined, at: number): void {
    if (node === undefined) return;
    node.to = at;
    if (node.children.length === 0) node.ownTo = at;
  }
}

/** The outline of a text, whatever the style of its numbers and wherever they stand. */
export const outlineOf = (text: PageText): Outline => {
  const marks = marksIn(text.folded);
  const others = marksOfAbout(text.folded, marks);
  return new OutlineBuilder(
    text,
    marks.filter((mark) => !others.has(mark)),
  ).build();
};
