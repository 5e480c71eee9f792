import { isMoney, moneyIn, RESULT_KINDS } from '../../domain/item/result-kind';
import { STATUSES } from '../../domain/item/states';
import type { Words } from '../../domain/language';
import { PUBLISHED } from '../../domain/round/published';
import type { Totals } from '../../domain/round/totals';
import { type Cell, numberCell } from './cell';
import type { FigureKey, LedgerWords } from './language/words';
import type { LedgerLine } from './line';
import { resultsIn } from './results';

export type SummaryLine = { heading: string; cell: Cell };
export type SummarySection = { heading: string; lines: readonly SummaryLine[] };

/** The page of totals, and what is to be known of the ledger. */
export type Summary = {
  what: string;
  count: string;
  sections: readonly SummarySection[];
  notesTitle: string;
  notes: readonly string[];
};

const OTHER = [
  'overdue',
  'withoutDeadline',
  'closedLate',
  'lateAgainstOriginal',
  'returned',
  'escalated',
  'undeliverable',
] as const satisfies readonly Exclude<FigureKey, 'items'>[];

/** 追缴金额 in all, in fen. */
export const recoveredOf = (lines: readonly LedgerLine[]): number => moneyIn(resultsIn(lines));

/** 整改成效 by kind; no section where there is nothing. */
const resultLines = ({ resultTotals }: Totals, words: Words): SummaryLine[] =>
  RESULT_KINDS.flatMap((kind) => {
    const figure = resultTotals?.[kind];
    if (figure === undefined) return [];
    const heading = words.resultKind[kind];
    return [{ heading, cell: isMoney(kind) ? { type: 'money', fen: figure } : numberCell(figure) }];
  });

const counted = (heading: string, count: number): SummaryLine => ({ heading, cell: numberCell(count) });

/** Every figure of the totals as it is, and the sum of what was recovered. */
export const summaryOf = (
  totals: Totals,
  lines: readonly LedgerLine[],
  words: Words,
  { totals: say, notes, notesTitle }: LedgerWords,
): Summary => {
  const { section, figure, recovered, what, count } = say;
  const results = resultLines(totals, words);
  const others = OTHER.map((key) => counted(figure[key], totals[key]));
  const money: SummaryLine = { heading: recovered, cell: { type: 'money', fen: recoveredOf(lines) } };
  return {
    what,
    count,
    notesTitle,
    notes: notes(words.date),
    sections: [
      { heading: section.items, lines: [counted(figure.items, totals.items)] },
      {
        heading: section.status,
        lines: STATUSES.map((status) => counted(words.status[status], totals.byStatus[status])),
      },
      {
        heading: section.published,
        lines: PUBLISHED.map((code) => counted(words.published[code], totals.byPublished[code])),
      },
      { heading: section.other, lines: [...others, money] },
      ...(results.length > 0 ? [{ heading: section.results, lines: results }] : []),
    ],
  };
};
