/*
 * How the scripts of the shells ask: `rectify __complete SHELL INDEX WORDS...`, with the words of the line as the
 * shell has cut them, and the index of the one at the cursor. The answer has a line for each word that could go
 * there, with what it means after a tab; or one that hands the question back to the shell. It never fails.
 */
export const COMPLETE = '__complete';

/** Let the shell complete names of files, or of folders. */
export const FILES = ':files';
export const FOLDERS = ':folders';

/** Something that could go at the cursor. */
export type Candidate = { word: string; means?: string };

/** The line up to the cursor, without the program's own name: whole words, and what is begun. */
export type Line = { before: string[]; begun: string };

/**
 * Bash cuts at `=`: of `--round=2021` it makes three words. Options get their values back here; what bash puts in
 * for the last word is the value alone, and so are all candidates.
 */
const rejoined = (words: readonly string[]): string[] => {
  const whole: string[] = [];
  for (const [index, word] of words.entries()) {
    const last = whole.at(-1) ?? '';
    const isSign = word === '=' && last.startsWith('--') && !last.includes('=');
    const isValue = words[index - 1] === '=' && last.startsWith('--') && last.endsWith('=');
    if (isSign || isValue) whole[whole.length - 1] = last + word;
    else whole.push(word);
  }
  return whole;
};

/** The line that a shell asks about. */
export const lineOf = (words: readonly string[], index: number): Line => {
  const [, ...typed] = words.slice(0, index + 1);
  const before = rejoined(typed);
  const begun = before.pop() ?? '';
  return { before, begun };
};
