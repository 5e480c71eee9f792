import { civilOf } from '../../domain/calendar/zone';
import { currentEvidence } from '../../domain/evidence/versions';
import { RESULT_KINDS } from '../../domain/item/result-kind';
import type { Extension } from '../../domain/item/state';
import { type Cell, said } from './cell';
import { dayIn, type Subject } from './column-definition';

/** Several things in a cell, each on a line; nothing for none. */
const lines = (texts: readonly string[]): string => texts.join('\n');

const outcomeText = ({ words, say }: Subject, { outcome }: Extension): string => {
  if (!outcome) return say.extension.pending;
  if (outcome.type === 'lapsed') return say.extension.lapsed;
  const act = words.command[outcome.type === 'granted' ? 'grant-extension' : 'refuse-extension'];
  return say.act(act, outcome.opinion);
};

/** 延期依据: every extension that was asked for, why, and how it was decided. */
export const extensionCell = (subject: Subject): Cell | undefined => {
  const { extensions } = subject.item.state;
  if (extensions.length === 0) return undefined;
  const day = dayIn(subject);
  const texts = extensions.map((asked) => {
    const { from, newDeadline, reason } = asked;
    return subject.say.extension.line(day(from), day(newDeadline), reason, outcomeText(subject, asked));
  });
  const value = extensions.map(({ from, newDeadline, reason, at, outcome }) => ({
    from,
    newDeadline,
    reason,
    askedOn: civilOf(at),
    outcome: outcome?.type ?? 'pending',
    ...(outcome && { decidedOn: civilOf(outcome.at) }),
    ...(outcome && 'opinion' in outcome && { opinion: outcome.opinion }),
  }));
  return said(lines(texts), value);
};

/** 整改进展: what was reported last, and the result of each measure. */
export const progressCell = ({ item, say }: Subject): Cell | undefined => {
  const { progress, measures } = item.state;
  const reported = progress && { on: civilOf(progress.at), text: progress.text };
  const results = measures.flatMap(({ no, completed }) =>
    completed ? [{ measure: no, on: civilOf(completed.at), text: completed.result }] : [],
  );
  if (!reported && results.length === 0) return undefined;
  const texts = [
    ...(reported ? [say.reported(reported.on, reported.text)] : []),
    ...results.map(({ measure, on, text }) => say.result(measure, on, text)),
  ];
  return said(lines(texts), { reported, results });
};

/** 整改成效: the totals of an item, where results were recorded; else the columns of its measures say all. */
export const resultsCell = ({ item, words }: Subject): Cell | undefined => {
  const { resultTotals } = item.row;
  if (!item.state.results || !resultTotals) return undefined;
  const texts = RESULT_KINDS.flatMap((kind) => {
    const figure = resultTotals[kind];
    return figure === undefined ? [] : [words.resultFigure(kind, figure)];
  });
  return said(lines(texts), resultTotals);
};

/** Current 佐证材料 of the measure, without the versions that were replaced: titles with their dates. */
export const evidenceCell = ({ item, measure, say }: Subject): Cell | undefined => {
  const files = currentEvidence(item.state.evidence).filter((file) => file.measure === measure.no);
  if (files.length === 0) return undefined;
  const value = files.map(({ title, effectiveDate, sha512 }) => ({ title, effectiveDate, sha512 }));
  return said(lines(files.map(({ title, effectiveDate }) => say.evidence(title, effectiveDate))), value);
};

/** 督办函号: the numbers of all urging letters that somebody has issued. */
export const lettersCell = ({ item, say }: Subject): Cell | undefined => {
  const numbers = item.row.proposals.flatMap(({ rung, number }) =>
    rung === 'urging-letter' && number !== undefined ? [number] : [],
  );
  return numbers.length === 0 ? undefined : said(say.list(numbers), numbers);
};
