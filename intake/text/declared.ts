import type { Declared } from '../draft';
import { NUMERAL, numeralOf } from '../../base/numeral';

const CATEGORIES = new RegExp(`(${NUMERAL})\\s*个?大?(?:方面|类)(?!面)`);
const ITEMS = new RegExp(
  `(${NUMERAL})\\s*(?:项|个|条)(?:具体|主要|整改|反馈|突出)*(?:问题|任务|事项)|(?:方面|类)[的共计、,和及\\s]{0,4}(${NUMERAL})\\s*(?:项|个|条)`,
);

const countIn = (pattern: RegExp, text: string): number | undefined => {
  const found = pattern.exec(text);
  const digits = found?.[1] ?? found?.[2];
  return digits === undefined ? undefined : numeralOf(digits);
};

/** One number alone may count anything: it has to be said to be that of the feedback. */
const SAYS_WHOSE = /反馈|指出|[总合]?共/;

const totalsIn = (sentence: string): Declared => {
  const items = countIn(ITEMS, sentence);
  const categories = countIn(CATEGORIES, sentence);
  return { ...(categories !== undefined && { categories }), ...(items !== undefined && { items }) };
};

export type Declaration = { declared: Declared; at: number };

/**
 * The totals that a text (in half width) declares, e.g. `七大方面、28项问题`, and where: those of the first
 * sentence that gives both, else of the first that gives one.
 */
export const declaredIn = (folded: string, isOpen: (at: number) => boolean): Declaration | undefined => {
  let one: Declaration | undefined;
  for (const { 0: sentence, index } of folded.matchAll(/[^。;!?]+/g)) {
    const words = sentence.replaceAll('\n', '').slice(0, 2000);
    if (!isOpen(index) || !/反馈|问题|整改|方面/.test(words)) continue;
    const declared = totalsIn(words);
    const found = { declared, at: index + Math.max(0, sentence.search(CATEGORIES)) };
    if (declared.categories !== undefined && declared.items !== undefined) return found;
    if (Object.keys(declared).length > 0 && SAYS_WHOSE.test(words)) one ??= found;
  }
  return one;
};
