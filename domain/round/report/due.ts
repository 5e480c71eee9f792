import { addDays, type CivilDate } from '../../calendar/civil';
import type { Clock } from '../../calendar/clock';
import { civilOf, type Instant, instant } from '../../calendar/zone';
import { nextMailInstant, opening } from '../../calendar/working-hours';
import type { PersonId } from '../../../base/ids';
import type { RoundPost } from '../../ladder/notice';
import { roundFactId } from '../../ladder/notice-id';
import type { RoundEvent } from '../event';
import type { LedgerRow } from '../row';
import { entryAfter, type RoundMemory } from '../memory';
import { holdersOf } from '../offices';
import { postsOf } from '../telling';
import { reportOf } from './compose';
import { lastMade, lastReport } from './last';
import { newsSince } from './news';
import { nextStart, startOf } from './period';
import { type Report, REPORT_KINDS, type ReportKind } from './report';

/** So long before the digest of its day a report is made, so that both are one mail. */
const AHEAD = 10 * 60_000;

/**
 * `mayRest`: whether none is made while nothing is open and nothing has changed; asked only where that makes a difference, for
 * rounds of older versions went on.
 */
type Setting = { rows: readonly LedgerRow[]; mayRest: () => boolean };
type Planned = Pick<RoundMemory, 'head' | 'calendar' | 'log'> & Setting;

const openedOn = ({ log }: Pick<Planned, 'log'>): CivilDate => civilOf(log[0]?.at ?? instant(0));

/** Those that the policy asks for; none where it does not speak of them. */
const plannedKinds = ({ head }: Planned): ReportKind[] =>
  REPORT_KINDS.filter((kind) => head.policy.reports?.every.includes(kind));

/** With the digest of the first working day of a week or month, by its first day. */
const slotIn = ({ head, calendar }: Planned, start: CivilDate): Instant =>
  opening(calendar, head.policy.mail, start);

/** The first slot of a kind that is not before an instant. */
const slotFrom = (kind: ReportKind, planned: Planned, at: Instant): Instant => {
  const day = civilOf(at);
  const slot = slotIn(planned, startOf(kind, day));
  return slot >= at ? slot : slotIn(planned, nextStart(kind, day));
};

/** Where the last report told of nothing open, the next is of what has changed since; none while nothing has. */
const slotOfNews = (kind: ReportKind, planned: Planned, usual: Instant): Instant | undefined => {
  const last = lastMade(planned.log, kind);
  if (!last || last.event.figures.open > 0) return usual;
  const since = newsSince(last, planned.rows);
  if (since === undefined) return undefined;
  const slot = slotFrom(kind, planned, since);
  return slot > usual ? slot : usual;
};

/**
 * When the next of a kind goes out: with the digest of the first working day of the week, or month, after the last one
 * or the day on which the round was opened. A policy that begins with reports later has the first at once. Undefined where there
 * is none to come, as far as is known.
 */
const slotOf = (kind: ReportKind, planned: Planned): Instant | undefined => {
  const last = lastReport(planned.log, kind);
  const usual = slotIn(planned, nextStart(kind, last ? addDays(last.to, 1) : openedOn(planned)));
  const slot = slotOfNews(kind, planned, usual);
  return slot === usual || !planned.mayRest() ? usual : slot;
};

type Due = { kind: ReportKind; slot: Instant; wake: Instant };

/** The next of each kind that is to come. */
const nextReports = (planned: Planned): Due[] =>
  plannedKinds(planned).flatMap((kind) => {
    const slot = slotOf(kind, planned);
    return slot === undefined ? [] : [{ kind, slot, wake: instant(slot - AHEAD) }];
  });

/** The instants at which a round wakes to make its next reports. */
export const reportWakes = (planned: Planned): Instant[] => nextReports(planned).map(({ wake }) => wake);

/** The day of the report after this one: the first working day of the next week or month. */
const nextDay = (kind: ReportKind, planned: Planned, today: CivilDate): CivilDate =>
  civilOf(slotIn(planned, nextStart(kind, today)));

/** The next of a kind as it is now: of all weeks, or months, that have ended since the last one. */
const reportDue = ({ kind, slot }: Due, planned: Planned, now: Instant): Report => {
  const { head, calendar, log, rows } = planned;
  const [slotDay, nowDay] = [civilOf(slot), civilOf(now)];
  const today = slotDay > nowDay ? slotDay : nowDay;
  const to = addDays(startOf(kind, today), -1);
  const last = lastReport(log, kind);
  const [whole, opened] = [startOf(kind, to), openedOn(planned)];
  const from = last ? addDays(last.to, 1) : whole > opened ? whole : opened;
  const dueUntil = addDays(nextDay(kind, planned, today), -1);
  return reportOf({ head, calendar, rows }, { kind, today, from, to, dueUntil, ...(last && { last }) });
};

/** Everybody who gets it, once. */
const readersOf = ({ roster, policy }: RoundMemory['head']): PersonId[] => [
  ...new Set((policy.reports?.to ?? []).flatMap((office) => holdersOf(office, roster))),
];

const made = (
  due: Due,
  memory: RoundMemory,
  { clock, ...setting }: Setting & { clock: Clock },
  now: Instant,
): RoundMemory => {
  const { kind } = due;
  const { head, calendar } = memory;
  const report = reportDue(due, { ...memory, ...setting }, now);
  const { from, to, figures } = report;
  const event: RoundEvent = { type: 'report-made', kind, from, to, figures };
  const entry = entryAfter(memory, { at: now, event });
  const tell: RoundPost[] = postsOf(
    {
      id: roundFactId(head.round, `${entry.seq}/report`),
      kind: 'report',
      slot: nextMailInstant(calendar, head.policy.mail, now),
      report,
      parts: new Map(readersOf(head).map((person) => [person, 'copy'] as const)),
    },
    { head, clock, former: [] },
  );
  return { ...memory, log: [...memory.log, entry], errands: [...memory.errands, { tell }] };
};

/** A round after the reports for which it is time: one of a kind, however long nobody made any. */
export const withReports = (
  memory: RoundMemory,
  setting: Setting & { clock: Clock },
  now: Instant,
): RoundMemory =>
  nextReports({ ...memory, ...setting })
    .filter(({ wake }) => wake <= now)
    .reduce((after, due) => made(due, after, setting, now), memory);
