import type { Unfinished } from '../../../../documents/unfinished';

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
    /** Asks whether the notice says just what stands above. */
    question: (title: string) => string;
    /** The file still is a draft: so many gaps, and whether it says so. */
    unfinished: (found: Unfinished) => string;
  };
}
