import { type CivilDate, yearOf } from '../domain/calendar/civil';
import type { DigestLine } from '../domain/ladder/notice';
import type { RoundLine } from '../domain/ladder/round-notice';
import { officeNumber } from '../domain/plan/plan';
import { isProvisionalIn, tagOf } from './worded-line';
import type { Counts } from './language/words';
import type { Reader } from './reader';
import { dateThatCounts } from './measure-line';
import { roundTag } from './round-line';
import { capped } from '../base/safe-text';
import { groupOf } from './group';

/** Longest subject, in UTF-16 units. */
const SUBJECT = 120;
/** Longest problem in a subject. */
const PROBLEM = 40;

/** A date in short: the year only when it is not this one. */
const shortDate = (date: CivilDate, { words, today }: Reader): string =>
  yearOf(date) === yearOf(today) ? words.date.short(date) : words.date.day(date);

/** The earliest date that counts among what is not merely for information. */
const earliestOf = (lines: readonly DigestLine[], reader: Reader): string | undefined => {
  const dates = lines
    .filter((line) => groupOf(line, reader.to) !== 'know')
    .flatMap((line) => {
      const date = dateThatCounts(line);
      return date === undefined ? [] : [{ date, provisional: isProvisionalIn(line.brief, date) }];
    });
  const [first, ...rest] = dates;
  if (first === undefined) return undefined;
  const { date, provisional } = rest.reduce((a, b) => (b.date < a.date ? b : a), first);
  return `${shortDate(date, reader)}${provisional ? reader.words.date.provisional : ''}`;
};

/**
 * The worst and the count; a mail about one item names it, and one about a round itself that round. Takes the lines worst
 * first.
 */
export const subjectOf = (
  { lines, rounds }: { lines: readonly DigestLine[]; rounds: readonly RoundLine[] },
  counts: Counts,
  reader: Reader,
  isDrill: boolean,
): string => {
  const { subject, title } = reader.say;
  const drill = isDrill ? subject.drill : '';
  const [first] = rounds;
  // A report presses nobody: what there is of items is named before it.
  if (first && (first.fact.kind !== 'report' || lines.length === 0)) {
    const tag = subject.tag(roundTag(first, reader.say));
    return capped(`${drill}${tag}${first.title}`, SUBJECT);
  }
  const [worst, ...others] = lines;
  if (worst === undefined) return title;
  const due = earliestOf(lines, reader);
  const { workflow, number, problem } = worst.brief;
  const said = others.every(({ brief }) => brief.workflow === workflow)
    ? subject.one(`${officeNumber(number)} ${capped(problem, PROBLEM)}`, due)
    : subject.many(counts, due);
  return capped(`${drill}${subject.tag(tagOf(worst, reader.words))}${said}`, SUBJECT);
};
