import { fieldNamed, LABEL } from '../field';
import type { Mark, MarkStyle } from './heading-styles';
import { STOP } from './page-text';
import { leadsToList } from './signs';

/** With these causes and goals are numbered within themselves; what is senior to them numbers items. */
const LISTED: ReadonlySet<MarkStyle> = new Set(['half-bracket', 'parenthesis', 'circle', 'words']);

/** How much of the words before a list says how it goes on. */
const NEAR = 40;

type Stretch = { from: number; to: number; isBeforeMeasures: boolean };

/** From the label of a cause or a goal to the next label. */
const stretchesIn = (folded: string): Stretch[] => {
  const labels = Array.from(folded.matchAll(LABEL), ({ 0: label, 1: name = '', index }) => ({
    field: fieldNamed(name),
    from: index,
    to: index + label.length,
  }));
  return labels.flatMap(({ field, to: from }, index) => {
    const next = labels[index + 1];
    return field === 'cause' || field === 'goal'
      ? [{ from, to: next?.from ?? folded.length, isBeforeMeasures: next?.field === 'measures' }]
      : [];
  });
};

/** Whether a list that begins there is one of the cause: it goes on with the label, or stands before measures of their own. */
const belongs = (folded: string, { from, isBeforeMeasures }: Stretch, first: Mark): boolean => {
  const before = folded.slice(from, first.from);
  if (first.no !== 1 || !LISTED.has(first.style)) return false;
  const end = before.slice(-NEAR);
  if (before.trim() === '' || leadsToList(end)) return true;
  return !before.trim().includes('\n') && (isBeforeMeasures || !STOP.test(end));
};

const beginsLine = (folded: string, { from }: Mark): boolean => from === 0 || folded[from - 1] === '\n';

/** Those that number a cause from its first on: up to what begins anew, or numbers an item. */
const numbering = (folded: string, inside: readonly Mark[]): Mark[] => {
  const found: Mark[] = [];
  const style = inside[0]?.style;
  let last = 0;
  for (const mark of inside) {
    if (!LISTED.has(mark.style) && beginsLine(folded, mark)) break;
    if (mark.style === style && mark.no !== last + 1) break;
    if (mark.style === style) last = mark.no;
    if (LISTED.has(mark.style)) found.push(mark);
  }
  return found;
};

/**
 * The marks that number nothing of the outline, but what a cause (原因分析) or a goal (整改目标) says: `一是认识不足；二是……`. `marks`:
 * in their order.
 */
export const marksOfAbout = (folded: string, marks: readonly Mark[]): ReadonlySet<Mark> => {
  const found = new Set<Mark>();
  let at = 0;
  for (const stretch of marks.length === 0 ? [] : stretchesIn(folded)) {
    while ((marks[at]?.from ?? Infinity) < stretch.from) at += 1;
    const begins = at;
    while ((marks[at]?.from ?? Infinity) < stretch.to) at += 1;
    const inside = marks.slice(begins, at);
    const [first] = inside;
    if (first && belongs(folded, stretch, first))
      for (const mark of numbering(folded, inside)) found.add(mark);
  }
  return found;
};
