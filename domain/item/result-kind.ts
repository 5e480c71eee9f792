import { z } from 'zod';

/** What rectification brings (整改成效), in the order of a notice. Numbers only: nobody who was dealt with is named. */
export const RESULT_KINDS = [
  'rules-made',
  'rules-revised',
  'money-collected',
  'money-returned',
  'money-saved',
  'people-first-form',
  'people-disciplined',
  'people-organisational',
  'people-transferred',
  'meetings',
  'trainings',
] as const;
export const ResultKind = z.enum(RESULT_KINDS);
export type ResultKind = z.infer<typeof ResultKind>;

/** Kinds whose figure is money, in fen: 1/100 of a yuan. */
export const MONEY_KINDS = ['money-collected', 'money-returned', 'money-saved'] as const;
export const RULE_KINDS = ['rules-made', 'rules-revised'] as const;

export const isOneOf = (kinds: readonly ResultKind[], kind: ResultKind): boolean => kinds.includes(kind);
export const isMoney = (kind: ResultKind): boolean => isOneOf(MONEY_KINDS, kind);

/** Figures by kind: fen of money, else a count. A kind of which there is nothing is absent. */
export type ResultTotals = Partial<Record<ResultKind, number>>;

/** A line of the ledger with more would not be read. */
const MOST_IN_ALL = Number.MAX_SAFE_INTEGER;

/** The totals of several, kind by kind in their order; undefined where there is nothing. */
export const sumOfResults = (totals: readonly (ResultTotals | undefined)[]): ResultTotals | undefined => {
  const figures = RESULT_KINDS.map(
    (kind) =>
      [
        kind,
        Math.min(
          totals.reduce((sum, one) => sum + (one?.[kind] ?? 0), 0),
          MOST_IN_ALL,
        ),
      ] as const,
  ).filter(([, figure]) => figure > 0);
  return figures.length === 0 ? undefined : Object.fromEntries(figures);
};

/** Money of every kind together, in fen. */
export const moneyIn = (totals: ResultTotals | undefined): number =>
  MONEY_KINDS.reduce((sum, kind) => sum + (totals?.[kind] ?? 0), 0);
