import type { PageText } from './page-text';
import { endsLikeProblem, FRAME, nameOfProblem } from './signs';

/** What something numbered says first: its problem, and where the report on it begins. */
export type Head = { problem: string; problemTo: number };

const DONE =
  /^[,.。:;、\s]*(?:的?整改(?:落实)?(?:情况|措施|进展|结果|成效|举措)(?:如下)?(?:是|为)?[:。,]?)?[\s]*/;
const DONE_AT_END = /[,、]?的?整改(?:落实)?(?:情况|措施|进展|结果|成效|举措)(?:如下)?$/;

const skipDone = (folded: string, at: number, to: number): number =>
  at + (DONE.exec(folded.slice(at, Math.min(to, at + 40)))?.[0].length ?? 0);

const framed = (text: PageText, from: number, to: number): Head | undefined => {
  const found = FRAME.exec(text.folded.slice(from, Math.min(to, from + 260)));
  const inner = found?.[1];
  if (found === null || inner === undefined || /[。;]/.test(inner)) return undefined;
  const begins = from + found[0].indexOf(inner);
  const ends = begins + inner.length + '问题'.length;
  return {
    problem: nameOfProblem(text.words(begins, ends), true),
    problemTo: skipDone(text.folded, ends, to),
  };
};

const sentenceEnd = (folded: string, from: number, to: number): number => {
  const stop = folded.slice(from, to).search(/[。;!?:\n]/);
  return stop < 0 ? to : from + stop;
};

/**
 * The problem that a stretch of text begins with. An item is headed by one; a sub-item may begin at once with
 * what was done, and then states none.
 */
export const headOf = (text: PageText, from: number, to: number, isItem: boolean): Head => {
  const start = from + (/^\s*/.exec(text.folded.slice(from, to))?.[0].length ?? 0);
  const inFrame = framed(text, start, to);
  if (inFrame) return inFrame;
  const end = sentenceEnd(text.folded, start, to);
  const sentence = text.folded.slice(start, end);
  const done = DONE_AT_END.exec(sentence);
  if (!isItem && !endsLikeProblem(sentence)) return { problem: '', problemTo: start };
  const problem = nameOfProblem(text.words(start, end - (done?.[0].length ?? 0)), false);
  return { problem, problemTo: skipDone(text.folded, end, to) };
};
