import { fold } from '../../base/half-width';
import { numeralOf } from '../../base/numeral';

/** The styles of numbering, the senior first; none is bound to a level. */
export const MARK_STYLES = [
  'part',
  'comma',
  'bracketed',
  'named',
  'arabic',
  'half-bracket',
  'parenthesis',
  'circle',
  'words',
] as const;
export type MarkStyle = (typeof MARK_STYLES)[number];

export type Mark = {
  style: MarkStyle;
  no: number;
  /** As it was typed, to tell `1.` from `1、`. */
  shape: string;
  from: number;
  to: number;
};

const CHINESE = '[一二三四五六七八九十百]{1,4}';

/** One for each style, on text in half width; the first group is the number. */
const PATTERNS: Readonly<Record<Exclude<MarkStyle, 'circle'>, string>> = {
  part: `第(${CHINESE})(?:部分|方面|大?类)[、,:. ]{0,2}`,
  comma: `(${CHINESE}) ?[、.]`,
  bracketed: `\\( ?(${CHINESE}) ?\\) ?[、.]?`,
  named: `(?:具体|反馈)?(?:问题|任务|事项)(\\d{1,3}|${CHINESE}) ?[:、.]`,
  arabic: '(\\d{1,3}) ?[.、]',
  'half-bracket': '(\\d{1,3})\\)[、.]?',
  parenthesis: '\\( ?(\\d{1,3}) ?\\) ?[、.]?',
  words: `其?(${CHINESE})[是要][,:]?`,
};

/** Characters that are a mark by themselves, as runs of code points that begin with number 1 (or as told). */
const SINGLE: readonly { style: MarkStyle; first: number; last: number; no: number }[] = [
  { style: 'circle', first: 0x2460, last: 0x2473, no: 1 },
  { style: 'circle', first: 0x3251, last: 0x325f, no: 21 },
  { style: 'circle', first: 0x2776, last: 0x277f, no: 1 },
  { style: 'parenthesis', first: 0x2474, last: 0x2487, no: 1 },
  { style: 'arabic', first: 0x2488, last: 0x249b, no: 1 },
  { style: 'bracketed', first: 0x3220, last: 0x3229, no: 1 },
];

const singleAt = (code: number): { style: MarkStyle; no: number } | undefined => {
  const run = SINGLE.find(({ first, last }) => code >= first && code <= last);
  return run && { style: run.style, no: code - run.first + run.no };
};

const singles = (folded: string): Mark[] =>
  Array.from(
    folded.matchAll(/[\u2460-\u249b\u2776-\u277f\u3220-\u3229\u3251-\u325f]/g),
    ({ 0: shape, index }) => {
      const single = singleAt(shape.charCodeAt(0));
      return single === undefined ? [] : [{ ...single, shape: '', from: index, to: index + 1 }];
    },
  ).flat();

const COMPILED = (Object.keys(PATTERNS) as (keyof typeof PATTERNS)[]).map(
  (style) => [style, new RegExp(PATTERNS[style], 'g')] as const,
);

const patterned = (folded: string): Mark[] =>
  COMPILED.flatMap(([style, pattern]) =>
    Array.from(folded.matchAll(pattern), ({ 0: typed, 1: number = '', index }) => ({
      style,
      no: numeralOf(number) ?? 0,
      shape: typed.replace(number, '').trim(),
      from: index,
      to: index + typed.length,
    })),
  );

/** Most cells of a table have none. */
const HAS_NUMBER = /[\d一二三四五六七八九十百\u2460-\u249b\u2776-\u277f\u3220-\u3229\u3251-\u325f]/;

/** What a mark never stands before: `刑法修正案（十一）》`. */
const CLOSES = /^ ?[)\]》”’、,。;:]/;

/** A number that only looks like one: `1.5`, `2021.6`, `2、3月`; but a year may follow at a beginning. */
const isPartOfNumber = (folded: string, { style, from, to }: Mark): boolean => {
  if (style !== 'arabic' && style !== 'half-bracket') return false;
  const begins = from === 0 || folded[from - 1] === '\n';
  if (!begins && /[\d.,A-Za-z第]/.test(folded[from - 1] ?? '')) return true;
  return (
    style === 'arabic' &&
    /^\d/.test(folded.slice(to, to + 1)) &&
    !(begins && /^\d{4}年/.test(folded.slice(to, to + 5)))
  );
};

/** Everything in a text (in half width) that could number something, in its order. */
export const marksIn = (folded: string): Mark[] =>
  (HAS_NUMBER.test(folded) ? [...singles(folded), ...patterned(folded)] : [])
    .filter(
      (mark) =>
        mark.no > 0 && !isPartOfNumber(folded, mark) && !CLOSES.test(folded.slice(mark.to, mark.to + 2)),
    )
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter((mark, index, all) => mark.from >= (all[index - 1]?.to ?? 0));

/** Whether a line begins as something numbered does. */
export const startsLikeMark = (line: string): boolean => {
  const head = fold(line.slice(0, 16)).trimStart();
  return marksIn(head)[0]?.from === 0;
};
