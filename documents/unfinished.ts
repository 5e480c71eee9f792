import { DRAFT_MARK } from './paper-text';

/** Signs that a paper is still a draft: gaps that nobody has filled in, and the mark that says so. */
export type Unfinished = { blanks: number; marked: boolean };

/** A gap (`blank`), but not the mark of a drill. */
const BLANK = /【(?!演练】)[^【】]*】/gu;

/** Whether a paper, line by line, still is the draft that the system wrote; undefined where it is not. */
export const unfinishedIn = (lines: readonly string[]): Unfinished | undefined => {
  const text = lines.join('\n');
  const found = { blanks: text.match(BLANK)?.length ?? 0, marked: text.includes(DRAFT_MARK.text) };
  return found.blanks > 0 || found.marked ? found : undefined;
};
