import { type CivilDate, yearOf } from '../domain/calendar/civil';
import type { DigestLine } from '../domain/ladder/notice';
import { officeNumber } from '../domain/plan/plan';
import { tagOf } from './entry';
import type { Counts } from './language/words';
import { dueOf } from './order';
import { capped } from '../base/safe-text';
import type { Telling } from './telling';
import { groupOf } from './turn';

/** Longest subject, in UTF-16 units. */
const SUBJECT = 120;
/** Longest problem in a subject. */
const PROBLEM = 40;

/** A date as short as it is clear: the year only when it is not this one. */
const shortDate = (date: CivilDate, { words, today }: Telling): string =>
  yearOf(date) === yearOf(today) ? words.date.short(date) : words.date.day(date);

/** The earliest date that presses among what is not merely for information. */
const earliestOf = (lines: readonly DigestLine[], telling: Telling): string | undefined => {
  const dates = lines
    .filter((line) => groupOf(line, telling.to) !== 'know')
    .map(({ brief }) => ({ date: dueOf(brief), provisional: brief.provisional }))
    .flatMap(({ date, provisional }) => (date === undefined ? [] : [{ date, provisional }]));
  const [first, ...rest] = dates;
  if (first === undefined) return undefined;
  const { date, provisional } = rest.reduce((a, b) => (b.date < a.date ? b : a), first);
  return `${shortDate(date, telling)}${provisional ? telling.words.date.provisional : ''}`;
};

/** The worst and the count; a mail about one item names it. Takes the lines worst first. */
export const subjectOf = (
  lines: readonly DigestLine[],
  counts: Counts,
  telling: Telling,
  isDrill: boolean,
): string => {
  const { subject, title } = telling.say;
  const [worst, ...others] = lines;
  if (worst === undefined) return title;
  const due = earliestOf(lines, telling);
  const { workflow, number, problem } = worst.brief;
  const said = others.every(({ brief }) => brief.workflow === workflow)
    ? subject.one(`${officeNumber(number)} ${capped(problem, PROBLEM)}`, due)
    : subject.many(counts, due);
  return capped(`${isDrill ? subject.drill : ''}${subject.tag(tagOf(worst, telling.words))}${said}`, SUBJECT);
};
