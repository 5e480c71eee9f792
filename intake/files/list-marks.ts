import { fold } from '../../base/half-width';
import { chineseNumeral } from '../../base/numeral';
import type { ListMark } from './docx-numbering';
import { type Mark, MARK_STYLES, marksIn, type MarkStyle } from '../text/heading-styles';

/** A line of a document before its number is written: how that is done depends on all of them. */
export type NumberedLine = { line: number; text: string; mark?: ListMark };

const chinese = (no: number): string => (no < 100 ? chineseNumeral(no) : String(no));

/** How numbers can be written that are shown in a way that is not read, the senior first. */
const WRITTEN: readonly (readonly [MarkStyle, (no: number) => string])[] = [
  ['part', (no) => `第${chinese(no)}部分、`],
  ['comma', (no) => `${chinese(no)}、`],
  ['bracketed', (no) => `（${chinese(no)}）`],
  ['arabic', (no) => `${no}.`],
  ['parenthesis', (no) => `(${no})`],
  ['half-bracket', (no) => `${no})`],
];
const ARABIC = WRITTEN.findIndex(([style]) => style === 'arabic');

const firstMark = (text: string): Mark | undefined => {
  const [mark] = marksIn(fold(text).trimStart());
  return mark?.from === 0 ? mark : undefined;
};

/** The style of a number that is read just as it is shown. */
const styleShown = ({ shown, no }: ListMark): MarkStyle | undefined => {
  const mark = firstMark(`${shown.trim()}甲`);
  return mark?.no === no && mark?.to === shown.trim().length ? mark.style : undefined;
};

const rankOf = (style: MarkStyle): number => MARK_STYLES.indexOf(style);
const ranksOf = (styles: readonly (MarkStyle | undefined)[]): number[] =>
  styles.flatMap((style) => (style === undefined || style === 'words' ? [] : [rankOf(style)]));

/**
 * The way that is free for numbers which first stand after those of some styles, and before those of others: what
 * comes later in a document is the junior.
 */
const freeBetween = (
  before: readonly (MarkStyle | undefined)[],
  after: readonly (MarkStyle | undefined)[],
): number => {
  const taken = new Set([...before, ...after]);
  const least = Math.max(-1, ...ranksOf(before));
  const most = Math.min(Infinity, ...ranksOf(after));
  const free = WRITTEN.flatMap(([style], index) =>
    taken.has(style) ? [] : [{ index, rank: rankOf(style) }],
  );
  const between = free.filter(({ rank }) => rank > least && rank < most);
  const isFirst = ranksOf(before).length === 0;
  if (isFirst && most === Infinity) return ARABIC;
  const found =
    (isFirst ? between.at(-1) : between[0]) ?? free.find(({ rank }) => rank > least) ?? free.at(-1);
  return found?.index ?? ARABIC;
};

/** The styles of a document's numbers in the order in which they first stand in it. */
const kindsIn = (lines: readonly NumberedLine[]): Map<string, MarkStyle | undefined> => {
  const kinds = new Map<string, MarkStyle | undefined>();
  for (const { text, mark } of lines) {
    const style = mark?.no === undefined ? firstMark(text.slice(0, 16))?.style : styleShown(mark);
    const kind = style ?? mark?.kind;
    if (kind !== undefined && kind !== '' && !kinds.has(kind)) kinds.set(kind, style);
  }
  return kinds;
};

/** Writes the numbers of lists into lines: as they are shown, or where that is not read in a way that is. */
export class ListMarks {
  readonly #ways = new Map<string, number>();

  constructor(lines: readonly NumberedLine[]) {
    const kinds = Array.from(kindsIn(lines), ([kind, style]) => ({ kind, style }));
    kinds.forEach((one, at) => {
      if (one.style !== undefined) return;
      const styles = kinds.map(({ style }) => style);
      const way = freeBetween(styles.slice(0, at), styles.slice(at + 1));
      this.#ways.set(one.kind, way);
      const written = WRITTEN[way];
      if (written) one.style = written[0];
    });
  }

  textOf({ text, mark }: NumberedLine): string {
    if (mark === undefined) return text;
    const { no, shown, kind } = mark;
    const isShown = no === undefined || styleShown(mark) !== undefined;
    const number = isShown ? shown : (WRITTEN[this.#ways.get(kind) ?? ARABIC]?.[1](no) ?? '');
    // `1.` before `5个` is not 1.5.
    return /^\d/.test(fold(text)) && number !== '' ? `${number} ${text}` : `${number}${text}`;
  }
}
