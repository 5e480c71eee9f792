import { bare, fold } from '../../base/half-width';
import { LONGEST_PAGES, PRIORITIES, type Priority } from './about';

/** What offices write for a priority, beside the codes. */
const WORDS: Readonly<Record<Priority, readonly string[]>> = {
  high: [
    ...[
      '高',
      '较高',
      '很高',
      '最高',
      '重点',
      '重要',
      '优先',
      '紧急',
      '特急',
      '加急',
      '较急',
      '急',
      '重大',
      '严重',
      '较大',
    ],
    ...['urgent', 'important', 'critical', 'major', 'top'],
  ],
  normal: [
    ...['中', '中等', '一般', '普通', '正常', '常规'],
    ...['medium', 'moderate', 'mid', 'middle', 'standard', 'routine'],
  ],
  low: ['低', '较低', '很低', '最低', '次要', '不急', '缓', 'minor'],
};

/** `高优先级`, `重点事项`, `high priority`. */
const TAIL = /(?:优先级?|程度|级|事项|priority)$/;

const PRIORITY_OF = new Map(
  PRIORITIES.flatMap((code) => [code, ...WORDS[code]].map((word) => [word, code] as const)),
);

/** The priority that a text says; undefined for any other text: `1` is the first to one and the least to another. */
export const priorityIn = (text: string): Priority | undefined => {
  const said = bare(text).toLowerCase();
  return PRIORITY_OF.get(said) ?? PRIORITY_OF.get(said.replace(TAIL, ''));
};

const PAGES =
  /^(?:第|pp?\.?|pages?)?\s*(\d{1,5})(?:\s*页?\s*[-–—~至到]\s*(?:第|pp?\.?)?\s*(\d{1,5}))?\s*页?$/i;

/** A page as a number, pages as two, however they are written: `第3页`, `P.3`, `3～5页`; what is neither as it stands. */
export const pageIn = (text: string): string => {
  const said = text.trim();
  if (said.length > LONGEST_PAGES) return said;
  const [, first, last] = PAGES.exec(fold(said)) ?? [];
  if (first === undefined) return said;
  return last === undefined ? String(Number(first)) : `${Number(first)}-${Number(last)}`;
};
