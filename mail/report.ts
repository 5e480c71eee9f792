import { type CivilDate, yearOf } from '../domain/calendar/civil';
import { type Words, words } from '../domain/language';
import { isAtWork } from '../domain/item/states';
import { officeNumber } from '../domain/plan/plan';
import {
  type DueLine,
  FIGURES,
  type LateLine,
  type MovedLine,
  type Report,
} from '../domain/round/report/report';
import type { Language } from '../domain/round/roster';
import { mailWords } from './language';
import type { ReportWords } from './language/report/words';
import type { Row } from './row';

/** A report in words: its name, what it speaks of, and a row for each of its parts. */
export type WordedReport = { title: string; said: string; rows: Row[] };

/** Whoever writes a report down: the words, and how a date is written. */
type Writer = { say: ReportWords; terms: Words; day: (date: CivilDate) => string };

/** The year only where it is not this one; marked where the schedule of its year is not known (暂定). */
const dayWriter =
  ({ today, provisional }: Report, { date }: Words) =>
  (day: CivilDate): string =>
    `${yearOf(day) === yearOf(today) ? date.short(day) : date.day(day)}${provisional.includes(day) ? date.provisional : ''}`;

const itemText = ({ number, problem }: Pick<LateLine, 'number' | 'problem'>): string =>
  `${officeNumber(number)} ${problem}`;

/** A list of the report; empty ones are there, too: nothing happened, and that is said. */
const listRow = <T>(
  label: string,
  { all, first }: { all: number; first: readonly T[] },
  say: ReportWords,
  written: (line: T) => string,
): Row => {
  if (all === 0) return { label, value: say.none };
  const others = all - first.length;
  return {
    label,
    value: say.count(all),
    list: [...first.map(written), ...(others > 0 ? [say.more(others)] : [])],
  };
};

const comparedText = ({ figures, last }: Report, { say, day }: Writer): string => {
  if (!last) return say.first;
  const changes = FIGURES.flatMap((figure) => {
    const by = figures[figure] - last.figures[figure];
    return by === 0 ? [] : [say.change({ figure, by })];
  });
  return say.compared({ from: day(last.from), to: day(last.to) }, changes);
};

const waitsText = ({ waitsFor }: Pick<LateLine, 'waitsFor'>, { say }: Writer): string[] =>
  waitsFor.map(({ task, name }) => say.waits[task](name));

const lateText = (line: LateLine, writer: Writer): string => {
  const { say, terms, day } = writer;
  const { status, due, days, asksUntil, returns, undeliverable, progress } = line;
  return say.late({
    item: itemText(line),
    status: terms.status[status],
    due: day(due),
    days,
    waits: waitsText(line, writer),
    asksUntil: asksUntil && day(asksUntil),
    returns,
    undeliverable,
    progress,
    // Whoever has asked for closure has nothing more to report.
    isSilent: progress === undefined && isAtWork(status),
  });
};

const movedText = (line: MovedLine, { say, terms, day }: Writer): string => {
  const { status, moves, deadline, original, extensions, returns } = line;
  return say.moved({
    item: itemText(line),
    // A return is a state by its own name.
    status: moves.at(-1)?.what === 'returned' ? undefined : terms.status[status],
    moves: moves.map(({ what, on }) => say.move(what, day(on))),
    deadline: deadline && day(deadline),
    original: original && day(original),
    extensions,
    returns,
  });
};

const dueText = (line: DueLine, writer: Writer): string => {
  const { say, terms, day } = writer;
  const status = terms.status[line.status];
  return say.due({ item: itemText(line), due: day(line.due), status, waits: waitsText(line, writer) });
};

const rowsOf = (report: Report, writer: Writer): Row[] => {
  const { say, day } = writer;
  const { label } = say;
  const { figures, done, moved, late, due, dueUntil } = report;
  return [
    { label: label.figures, value: say.figures(figures) },
    { label: label.compared, value: comparedText(report, writer) },
    listRow(label.late, late, say, (line) => lateText(line, writer)),
    listRow(label.done, done, say, ({ how, on, late: wasLate, ...line }) =>
      say.done({ item: itemText(line), how, on: day(on), late: wasLate }),
    ),
    listRow(label.moved, moved, say, (line) => movedText(line, writer)),
    listRow(label.due(day(dueUntil)), due, say, (line) => dueText(line, writer)),
  ];
};

/** A report as a mail and the command line have it. Takes one whose texts are safe to print. */
export const wordedReport = (report: Report, language: Language): WordedReport => {
  const terms = words(language);
  const { report: say } = mailWords(language);
  const day = dayWriter(report, terms);
  const { kind, from, to, today } = report;
  return {
    title: say.kind[kind],
    said: say.said({ from: day(from), to: day(to), today: day(today) }),
    rows: rowsOf(report, { say, terms, day }),
  };
};
