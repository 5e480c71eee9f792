import { fieldNamed, LABEL } from '../field';
import type { SourceField } from '../source-field';
import { startsLikeMark } from './heading-styles';
import { FRAME } from './signs';

/** A field that running text gives after a label: `责任领导：甲`. Places are those of the text. */
export type Labelled = {
  field: SourceField;
  /** Where the label begins, and where its value lies. */
  from: number;
  valueFrom: number;
  to: number;
};

/** Values that go on over sentences, up to the next label. */
const LONG: ReadonlySet<SourceField> = new Set(['problem', 'measures', 'category']);

/** Values of a paragraph, with the list that it leads to; of several where the measures have a label of their own. */
const PARAGRAPH: ReadonlySet<SourceField> = new Set(['cause', 'goal']);

/** Up to a stop, or the end of the brackets that the label stands in; `甲(牵头)` has brackets of its own. */
const VALUE = /^(?:\([^()\n]*\)|[^。;\n)])*/;

const endOfValue = (folded: string, from: number, limit: number): number =>
  from + (VALUE.exec(folded.slice(from, limit))?.[0].length ?? 0);

/** How far before a label the brackets may open in which it stands. */
const LONGEST_BRACKETS = 300;

const isInBrackets = (folded: string, at: number): boolean => {
  const before = folded.slice(Math.max(0, at - LONGEST_BRACKETS), at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return line.lastIndexOf('(') > line.lastIndexOf(')');
};

/** The end of the paragraph that a value begins with, and of what is numbered below that. */
const endOfParagraph = (folded: string, from: number, limit: number): number => {
  const words = from + (/^\s*/.exec(folded.slice(from, limit))?.[0].length ?? 0);
  let end = folded.indexOf('\n', words);
  while (end >= 0 && end < limit && startsLikeMark(folded.slice(end + 1, limit)))
    end = folded.indexOf('\n', end + 1);
  return end < 0 ? limit : Math.min(end, limit);
};

/** No frame is longer (`FRAME`). */
const LONGEST_FRAME = 300;

/** `针对……问题，` before `整改情况如下：`, which then is no label but part of the frame. */
const endsFrame = (folded: string, from: number, to: number): boolean => {
  let end = to;
  while (end > from && /[,\s]/.test(folded.charAt(end - 1))) end -= 1;
  return (
    folded.slice(from, end).endsWith('问题') &&
    FRAME.test(folded.slice(from, Math.min(to, from + LONGEST_FRAME)))
  );
};

/** The labelled fields of a stretch of text in half width, in order. */
export const labelsIn = (folded: string, from: number, to: number): Labelled[] => {
  const words = from + (/^\s*/.exec(folded.slice(from, to))?.[0].length ?? 0);
  const found = Array.from(folded.slice(from, to).matchAll(LABEL), ({ 0: label, 1: name = '', index }) => ({
    field: fieldNamed(name),
    from: from + index,
    valueFrom: from + index + label.length,
  }));
  const lastMeasures = found.findLastIndex(({ field }) => field === 'measures');
  return found.flatMap(({ field, ...place }, index) => {
    const limit = found[index + 1]?.from ?? to;
    if (field === undefined || (field === 'measures' && endsFrame(folded, words, place.from))) return [];
    const { from: at, valueFrom } = place;
    if (LONG.has(field)) return [{ field, ...place, to: limit }];
    if (!PARAGRAPH.has(field) || isInBrackets(folded, at))
      return [{ field, ...place, to: endOfValue(folded, valueFrom, limit) }];
    return [{ field, ...place, to: index < lastMeasures ? limit : endOfParagraph(folded, valueFrom, limit) }];
  });
};
