import type { Note } from './draft';

/** A line of a text file, or a paragraph of a document; numbered from 1. */
export type SourceLine = { line: number; text: string };

/** A cell; one that was merged stands, as the same object, at every place that it covers. */
export type SourceCell = {
  text: string;
  /** A number whose cell has no format of its own: whoever typed 2021.10 sees 2021.1. */
  isNumber?: true;
};

/** A row of a sheet by its number, or of a document's table by its first paragraph. */
export type SourceRow = { line: number; cells: readonly (SourceCell | undefined)[] };

export type SourceTable = {
  rows: readonly SourceRow[];
  /** Where there are several. */
  sheet?: string;
  /** Rows with formulas whose values the file does not have. */
  uncalculated?: readonly number[];
  /** A sheet that whoever opens the workbook does not see. */
  hidden?: true;
};

/** What a reader makes of a file: all that it says, in its order, and what it says otherwise than in its text. */
export type SourceBlock = { line: SourceLine } | { table: SourceTable } | { note: Note };

/** What is read of a file. */
export type TextBlock = Exclude<SourceBlock, { note: Note }>;
