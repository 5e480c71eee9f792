import { fieldNamed, LABEL } from '../field';
import type { SourceField } from '../source-field';
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

/** Up to a stop, or the end of the brackets that the label stands in; `甲(牵头)` has brackets of its own. */
const VALUE = /^(?:\([^()\n]*\)|[^。;\n)])*/;

const endOfValue = (folded: string, from: number, limit: number): number =>
  from + (VALUE.exec(folded.slice(from, limit))?.[0].length ?? 0);

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
  return found.flatMap(({ field, ...place }, index) => {
    const limit = found[index + 1]?.from ?? to;
    if (field === undefined || (field === 'measures' && endsFrame(folded, words, place.from))) return [];
    return [{ field, ...place, to: LONG.has(field) ? limit : endOfValue(folded, place.valueFrom, limit) }];
  });
};
