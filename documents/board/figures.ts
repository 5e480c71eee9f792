import { RESULT_KINDS, type ResultKind, sumOfResults } from '../../domain/item/result-kind';
import { STATUSES } from '../../domain/item/states';
import { PUBLISHED } from '../../domain/round/published';
import type { PlainTotal, Totals } from '../../domain/round/totals';

/** The totals shown on their own, in the order in which a board shows them. */
export const PLAIN_FIGURES = [
  'items',
  'overdue',
  'escalated',
  'returned',
  'closedLate',
  'lateAgainstOriginal',
  'withoutDeadline',
  'undeliverable',
] as const satisfies readonly PlainTotal[];
export type PlainFigure = (typeof PLAIN_FIGURES)[number];

/** Closed, or archived already. */
export const doneIn = ({ byStatus }: Totals): number => byStatus.closed + byStatus.archived;

/** Neither done nor withdrawn. */
export const openIn = (totals: Totals): number => totals.items - doneIn(totals) - totals.byStatus.withdrawn;

/** Marks a number of a page as the total of this name, so that it can be read back. */
export const figureName = {
  plain: (figure: PlainFigure): string => figure,
  status: (status: keyof Totals['byStatus']): string => `status.${status}`,
  published: (published: keyof Totals['byPublished']): string => `published.${published}`,
  result: (kind: ResultKind): string => `result.${kind}`,
};

const record = <K extends string>(keys: readonly K[], read: (key: K) => number): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, read(key)])) as Record<K, number>;

/** The results that a page shows; one that it does not show is none. */
const resultsOn = (page: string): Pick<Totals, 'resultTotals'> => {
  const resultTotals = sumOfResults(
    RESULT_KINDS.map((kind) => {
      const found = new RegExp(` data-figure="${figureName.result(kind)}" data-value="(\\d+)"`).exec(page);
      return found ? { [kind]: Number(found[1]) } : undefined;
    }),
  );
  return resultTotals ? { resultTotals } : {};
};

/**
 * The totals as the page of a board shows them to its reader.
 * @throws RangeError when one of them is not there exactly once
 */
export const figuresOfBoard = (page: string): Totals => {
  const read = (name: string): number => {
    const found = [...page.matchAll(/ data-figure="([a-zA-Z.-]+)"[^>]*>(\d+)</g)].filter(
      ([, figure]) => figure === name,
    );
    const [only, ...more] = found;
    if (!only || more.length > 0) throw new RangeError(`the figure ${name} is there ${found.length} times`);
    return Number(only[2]);
  };
  return {
    ...record(PLAIN_FIGURES, (figure) => read(figureName.plain(figure))),
    byStatus: record(STATUSES, (status) => read(figureName.status(status))),
    byPublished: record(PUBLISHED, (published) => read(figureName.published(published))),
    ...resultsOn(page),
  };
};
