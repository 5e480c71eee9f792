import type { NoticeFigure } from '../../../../documents/notice';
import type { Published } from '../../../../domain/round/published';

/** The papers that the CLI writes, files and publishes. What stands in them is said in `documents/`. */
export interface PaperWords {
  board: { written: (path: string) => string };
  ledger: { written: (path: string, items: number, measures: number) => string };
  written: (path: string) => string;
  /** Blanks are to be filled in, in a draft and in what was issued. */
  draft: string;
  issued: string;
  /** What is to be done with the paper, as a command to type. */
  next: {
    publish: string;
    issue: (item: string, letter: string) => string;
    file: (item: string, letter: string, letterNumber: string | undefined) => string;
  };
  /** Nobody, and nothing, has proposed this letter; or the item needs none any more. */
  notProposed: (letter: string, item: string) => string;
  ended: (item: string, status: string) => string;
  /** What was filed, for the answer. */
  filed: (kind: string, title: string) => string;
  publish: {
    figures: string;
    count: (items: number) => string;
    yuan: (amount: string) => string;
    /** Every figure was read in the notice and is that of the ledger. */
    agrees: string;
    /** What could not be found so, before the figures it is about; and where nothing could be read at all. */
    doubtful: string;
    unread: string;
    figure: Record<Exclude<NoticeFigure, Published>, string>;
    /** A figure that the notice does not give, or gives otherwise. */
    doubt: (figure: string, ledger: string, found: readonly string[]) => string;
    /** Asks whether to publish it, once its figures were checked; and where a person has to vouch for them. */
    question: (title: string) => string;
    questionUnchecked: (title: string) => string;
  };
}
