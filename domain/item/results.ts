import {
  isOneOf,
  MONEY_KINDS,
  type ResultKind,
  type ResultTotals,
  RULE_KINDS,
  sumOfResults,
} from './result-kind';
import type { ItemState, Measure, RecordedResult } from './state';

/** A result with its number, from 1 in the order in which they were recorded. */
export type NumberedResult = RecordedResult & { no: number };

export const numberedResults = ({ results = [] }: Pick<ItemState, 'results'>): NumberedResult[] =>
  results.map((result, index) => ({ ...result, no: index + 1 }));

/** Those that count. */
export const standingResults = (state: Pick<ItemState, 'results'>): NumberedResult[] =>
  numberedResults(state).filter(({ withdrawn }) => withdrawn === undefined);

/**
 * What a completed measure says that it brought: money as saved (挽回), a rule as made. A result of the same sort that was
 * recorded at the measure says it more exactly, and counts in its place.
 */
export const toldByMeasure = (
  { no, completed }: Measure,
  standing: readonly RecordedResult[],
): ResultTotals => {
  const hasRecorded = (kinds: readonly ResultKind[]) =>
    standing.some(({ measure, kind }) => measure === no && isOneOf(kinds, kind));
  return {
    ...(completed?.recoveredFen !== undefined &&
      !hasRecorded(MONEY_KINDS) && { 'money-saved': completed.recoveredFen }),
    ...(completed?.regulation !== undefined && !hasRecorded(RULE_KINDS) && { 'rules-made': 1 }),
  };
};

/** What an item has brought, by kind: the results recorded, and what its measures say where none was. */
export const resultsOf = (state: Pick<ItemState, 'results' | 'measures'>): ResultTotals | undefined => {
  const standing = standingResults(state);
  return sumOfResults([
    ...standing.map(({ kind, figure }) => ({ [kind]: figure })),
    ...state.measures.map((measure) => toldByMeasure(measure, standing)),
  ]);
};
