import { canonical } from '../base/hash';
import { PUBLISHED } from '../domain/round/published';
import type { Totals } from '../domain/round/totals';
import { boardOf, boardPage, figuresOfBoard } from './board';
import type { Dossier } from './dossier';
import { figuresOfLedger, ledgerOf } from './ledger';
import { figuresOfNotice, listedInNotice, noticeOf } from './notice';

/** A document of a round that gives another figure than its totals: where, which, and both. */
export type Disagreement = { document: string; figure: string; found: unknown; expected: unknown };

type Figures = Partial<Record<keyof Totals, unknown>>;

const differences = (document: string, found: Figures, totals: Totals): Disagreement[] =>
  (Object.keys(found) as (keyof Totals)[])
    .filter((figure) => canonical(found[figure]) !== canonical(totals[figure]))
    .map((figure) => ({ document, figure, found: found[figure], expected: totals[figure] }));

/**
 * Reads the figures out of every document that could be printed of a round at this moment, as its reader would, and
 * compares them with the totals that `list` prints. Empty when all of them agree.
 */
export const disagreementsIn = (dossier: Dossier): Disagreement[] => {
  // Where nothing was brought, nothing is shown of it.
  const withResults = (figures: Totals): Totals => ({ resultTotals: {}, ...figures });
  const totals = withResults(dossier.totals);
  const notice = noticeOf(dossier);
  const { items, byPublished } = figuresOfNotice(notice);
  const listed = listedInNotice(notice);
  const inAll = PUBLISHED.reduce((sum, published) => sum + listed[published], 0);
  return [
    ...differences('ledger', withResults(figuresOfLedger(ledgerOf(dossier, 'zh-CN'))), totals),
    ...differences('board', withResults(figuresOfBoard(boardPage(boardOf(dossier), 'zh-CN'))), totals),
    ...differences('notice', { items, byPublished }, totals),
    ...differences('items of the notice', { items: inAll, byPublished: listed }, totals),
  ];
};
