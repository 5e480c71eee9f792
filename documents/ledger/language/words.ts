import type { CivilDate } from '../../../domain/calendar/civil';
import type { ItemNumber } from '../../../base/ids';
import type { RungId } from '../../../domain/ladder/rung';
import type { PlainTotal } from '../../../domain/round/totals';
import type { ColumnKey, GroupKey } from '../columns';
import type { End } from '../../../domain/item/lost';
import type { Remark } from '../remark';

/** The figures of a round that are one number each. */
export type FigureKey = PlainTotal;

/** How dates, rungs and numbers of items are said. */
export type Tell = {
  day: (date: CivilDate) => string;
  rung: (rung: RungId) => string;
  number: (number: ItemNumber) => string;
  end: (end: End) => string;
};

type RemarkWords = {
  [T in Remark['type']]: (remark: Extract<Remark, { type: T }>, tell: Tell) => string;
};

/** What the ledger says beside the words of the domain. Items of a list stand on a line each. */
export interface LedgerWords {
  /** Names of the sheets: 31 characters at most, none of `[]/\:*?`. */
  sheet: Record<'ledger' | 'list' | 'totals' | 'print', string>;
  title: (round: string) => string;
  body: (body: string) => string;
  asOf: (time: string) => string;
  drill: (drill: string) => string;
  /** People were taken at their word in this round. */
  claimed: string;
  heading: Record<ColumnKey, string>;
  group: Record<GroupKey, string>;
  /** A heading of a group and one of its own, in one. */
  grouped: (group: string, heading: string) => string;
  measureStatus: Record<'complete' | 'open', string>;
  /** In the print view, where the measures of an item share a cell. */
  print: {
    measure: (text: string, status: string) => string;
    evidence: (measure: number, titles: string) => string;
  };
  list: (texts: readonly string[]) => string;
  /** An act, and what somebody wrote with it. */
  act: (act: string, opinion: string | undefined) => string;
  missing: (missing: string) => string;
  signed: (who: string) => string;
  deputy: (by: string, principal: string) => string;
  extension: {
    line: (from: string, to: string, reason: string, outcome: string) => string;
    pending: string;
    lapsed: string;
  };
  reported: (on: string, text: string) => string;
  result: (measure: number, on: string, text: string) => string;
  evidence: (title: string, date: string) => string;
  remark: RemarkWords;
  totals: {
    what: string;
    count: string;
    section: Record<'items' | 'status' | 'published' | 'other' | 'results', string>;
    figure: Record<FigureKey, string>;
    recovered: string;
  };
  /** What a reader has to know, a paragraph each; `provisional` is the mark and `none` what stands without a deadline. */
  notes: (marks: { provisional: string; none: string }) => readonly string[];
  notesTitle: string;
  /** Ends a text that was too long for a cell. */
  cut: string;
  /** The foot of a printed page, with Excel's codes for its number and their count. */
  page: string;
  fileName: (round: string, day: string) => string;
}
