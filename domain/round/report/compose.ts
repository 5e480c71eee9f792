import { capped, oneLine } from '../../../base/safe-text';
import { type Calendar, isProvisional } from '../../calendar/calendar';
import { type CivilDate, daysBetween } from '../../calendar/civil';
import { civilOf } from '../../calendar/zone';
import { isInReview, isOpen, STATUSES } from '../../item/states';
import { worstFirst } from '../../ladder/urgency';
import type { RoundHead } from '../../plan/plan';
import { nameOf } from '../offices';
import { dueIn, isClosedLate, isOverdue, type LedgerRow, measuredOn, urgencyOf } from '../row';
import { totalsOf } from '../totals';
import { waitingIn } from '../waiting';
import type { Span } from './period';
import {
  type DoneLine,
  type DueLine,
  type LateLine,
  LISTED,
  type Move,
  type MovedLine,
  type Period,
  type Report,
  type ReportFigures,
  type ReportKind,
} from './report';

/** Longest problem, and longest word of progress. */
const PROBLEM = 60;
const PROGRESS = 80;
/** Most people that a line waits for by name. */
const WAITED_FOR = 3;

/** What a report is made of: the ledger, and what is in force. */
export type Reported = {
  head: Pick<RoundHead, 'round' | 'policy' | 'roster'>;
  calendar: Calendar;
  rows: readonly LedgerRow[];
};

/** Which report: of what kind and time, made when, and the one before it. */
export type ReportAsked = Span & { kind: ReportKind; today: CivilDate; last?: Report['last'] };

const sum = (rows: readonly LedgerRow[], of: (row: LedgerRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** The figures of a ledger on a day; they equal its totals. */
export const reportFigures = (rows: readonly LedgerRow[], today: CivilDate): ReportFigures => {
  const { items, byStatus, overdue } = totalsOf(rows, today);
  const all = (test: (status: LedgerRow['status']) => boolean) =>
    STATUSES.filter(test).reduce((total, status) => total + byStatus[status], 0);
  return {
    items,
    open: all(isOpen),
    inReview: all(isInReview),
    overdue,
    closed: byStatus.closed + byStatus.archived,
    withdrawn: byStatus.withdrawn,
    returns: sum(rows, ({ returns }) => returns),
    extensions: sum(rows, ({ extensions }) => extensions),
  };
};

const within = ({ from, to }: Period, day: CivilDate | undefined): day is CivilDate =>
  day !== undefined && day >= from && day <= to;

const named = ({ number, problem }: LedgerRow) => ({ number, problem: capped(oneLine(problem), PROBLEM) });

const waitsFor = (row: LedgerRow, { head }: Reported) =>
  waitingIn(row, head)
    .slice(0, WAITED_FOR)
    .map(({ person, task }) => ({ name: nameOf(person, head.roster), task }));

/** A stage that was accepted is told once: not again when the item is closed. */
const doneIn = (row: LedgerRow, period: Period): DoneLine | undefined => {
  const { status, acceptedOn, stageAcceptedOn, withdrawnOn, requestedOn, deadline } = row;
  const isLate = deadline !== undefined && (requestedOn ?? '') > deadline;
  if (status === 'withdrawn')
    return within(period, withdrawnOn)
      ? { ...named(row), how: 'withdrawn', on: withdrawnOn, late: false }
      : undefined;
  if (!isOpen(status))
    return within(period, acceptedOn)
      ? { ...named(row), how: 'closed', on: acceptedOn, late: isClosedLate(row) }
      : undefined;
  return status === 'sustained' && within(period, stageAcceptedOn)
    ? { ...named(row), how: 'stage-accepted', on: stageAcceptedOn, late: isLate }
    : undefined;
};

/**
 * What has set the deadline on that day: a return, where nothing else can have been, or what has moved it. A closure that was asked
 * for and withdrawn sets it anew, too, where it was.
 */
const settingIn = ({ status, extensions, deadline, originalDeadline }: LedgerRow, on: CivilDate): Move[] => {
  if (status === 'returned' && extensions === 0) return [{ what: 'returned', on }];
  return deadline === originalDeadline ? [] : [{ what: 'deadline-set', on }];
};

const movesIn = (row: LedgerRow, period: Period): Move[] => {
  const set = civilOf(row.deadlineSetAt);
  const wasSet = row.deadlineSetAt > row.assignedAt && row.deadline !== undefined && within(period, set);
  return [
    ...(within(period, row.requestedOn) ? [{ what: 'closure-requested' as const, on: row.requestedOn }] : []),
    ...(within(period, row.approvedOn) ? [{ what: 'approved' as const, on: row.approvedOn }] : []),
    ...(wasSet ? settingIn(row, set) : []),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

const movedIn = (row: LedgerRow, period: Period): MovedLine | undefined => {
  const moves = isOpen(row.status) && !doneIn(row, period) ? movesIn(row, period) : [];
  if (moves.length === 0) return undefined;
  const { status, deadline, originalDeadline: original, extensions, returns } = row;
  return {
    ...named(row),
    status,
    moves,
    ...(deadline && { deadline }),
    ...(original && original !== deadline && { original }),
    extensions,
    returns,
  };
};

/** The date that a line is past, and by how many days: the section's deadline first, else a review's or a check-in's. */
const lateness = (row: LedgerRow, today: CivilDate): Pick<LateLine, 'due' | 'days'> | undefined => {
  const { deadline } = row;
  if (deadline !== undefined && isOverdue(row, today))
    return { due: deadline, days: daysBetween(deadline, measuredOn(row, today)) };
  const due = dueIn(row);
  return due !== undefined && due < today ? { due, days: daysBetween(due, today) } : undefined;
};

const lateLine = (row: LedgerRow, reported: Reported, today: CivilDate): LateLine | undefined => {
  const late = lateness(row, today);
  if (!late) return undefined;
  const { status, extension, returns, undeliverable, progress } = row;
  return {
    ...named(row),
    status,
    ...late,
    waitsFor: waitsFor(row, reported),
    ...(extension && { asksUntil: extension.newDeadline }),
    returns,
    undeliverable,
    ...(progress !== undefined && { progress: capped(oneLine(progress), PROGRESS) }),
  };
};

const dueLine = (
  row: LedgerRow,
  reported: Reported,
  { today, dueUntil }: ReportAsked,
): DueLine | undefined => {
  const due = dueIn(row);
  const isAhead = due !== undefined && due >= today && due <= dueUntil;
  return isAhead && !lateness(row, today)
    ? { ...named(row), status: row.status, due, waitsFor: waitsFor(row, reported) }
    : undefined;
};

const listed = <T>(lines: readonly (T | undefined)[]) => {
  const all = lines.filter((line) => line !== undefined);
  return { all: all.length, first: all.slice(0, LISTED) };
};

/** By a date; on one day in the order of the ledger. */
const byDate = <T>(lines: readonly (T | undefined)[], of: (line: T) => CivilDate): T[] =>
  lines.filter((line) => line !== undefined).sort((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0));

type Lists = Pick<Report, 'done' | 'moved' | 'late' | 'due'>;

const listsOf = (reported: Reported, asked: ReportAsked): Lists => {
  const { rows } = reported;
  const { today } = asked;
  const late = rows.filter((row) => lateness(row, today) !== undefined);
  const done = rows.map((row) => doneIn(row, asked));
  const due = rows.map((row) => dueLine(row, reported, asked));
  return {
    done: listed(byDate(done, ({ on }) => on)),
    moved: listed(rows.map((row) => movedIn(row, asked))),
    late: listed(
      worstFirst(late, (row) => urgencyOf(row, reported, today)).map((row) => lateLine(row, reported, today)),
    ),
    due: listed(byDate(due, (line) => line.due)),
  };
};

/** The dates that depend on holidays which are not known yet. */
const provisionalIn = ({ moved, late, due }: Lists, calendar: Calendar): CivilDate[] => {
  const dates = [
    ...moved.first.flatMap(({ deadline, original }) => [deadline, original]),
    ...late.first.flatMap(({ due: one, asksUntil }) => [one, asksUntil]),
    ...due.first.map((line) => line.due),
  ].filter((date) => date !== undefined);
  return [...new Set(dates)].filter((date) => isProvisional(calendar, date));
};

/** A report on a round as its ledger has it. */
export const reportOf = (reported: Reported, asked: ReportAsked): Report => {
  const { kind, today, from, to, dueUntil, last } = asked;
  const lists = listsOf(reported, asked);
  return {
    kind,
    from,
    to,
    today,
    figures: reportFigures(reported.rows, today),
    ...(last && { last }),
    ...lists,
    dueUntil,
    provisional: provisionalIn(lists, reported.calendar),
  };
};
