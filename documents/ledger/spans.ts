import type { Level } from './columns';
import type { LedgerLine } from './line';

/** Lines that say the same of one thing, from the first of them on. */
export type Span = { from: number; lines: number };

const IDENTITY: Record<Level, (line: LedgerLine, index: number) => string | number> = {
  category: ({ category }) => category,
  item: ({ item }) => item,
  measure: (_, index) => index,
};

/** Which lines have a cell in common in the columns of a level. */
export const spansOf = (lines: readonly LedgerLine[], level: Level): Span[] => {
  const spans: Span[] = [];
  let current: string | number | undefined;
  lines.forEach((line, from) => {
    const identity = IDENTITY[level](line, from);
    const last = spans.at(-1);
    if (last && identity === current) last.lines += 1;
    else spans.push({ from, lines: 1 });
    current = identity;
  });
  return spans;
};
