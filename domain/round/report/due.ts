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
import { lastReport } from './made';
import { nextStart, startOf } from './period';
import { type Report, REPORT_KINDS, type ReportKind } from './report';

/** So long before the digest of its day a report is made, so that both are one mail. */
const AHEAD = 10 * 60_000;

type Planned = Pick<RoundMemory, 'head' | 'calendar' | 'log'>;
type Setting = { rows: readonly LedgerRow[]; clock: Clock };

const openedOn = ({ log }: Planned): CivilDate => civilOf(log[0]?.at ?? instant(0));

/** Those that the policy asks for; none where it does not speak of them. */
const plannedKinds = ({ head }: Planned): ReportKind[] =>
  REPORT_KINDS.filter((kind) => head.policy.reports?.every.includes(kind));

/**
 * When the next of a kind goes out: with the digest of the first working day of the week, or month, after the last one
 * or the day on which the round was opened. A policy that begins with reports later has the first at once.
 */
const slotOf = (kind: ReportKind, planned: Planned): Instant => {
  const last = lastReport(planned.log, kind);
  const start = nextStart(kind, last ? addDays(last.to, 1) : openedOn(planned));
  return opening(planned.calendar, planned.head.policy.mail, start);
};

const wakeOf = (kind: ReportKind, planned: Planned): Instant => instant(slotOf(kind, planned) - AHEAD);

/** The instants at which a round wakes to make its next reports. */
export const reportWakes = (planned: Planned): Instant[] =>
  plannedKinds(planned).map((kind) => wakeOf(kind, planned));

/** The day of the report after this one: the first working day of the next week or month. */
const nextDay = (kind: ReportKind, { head, calendar }: Planned, today: CivilDate): CivilDate =>
  civilOf(opening(calendar, head.policy.mail, nextStart(kind, today)));

/** The next of a kind as it is now: of all weeks, or months, that have ended since the last one. */
const reportDue = (kind: ReportKind, memory: Planned, rows: readonly LedgerRow[], now: Instant): Report => {
  const { head, calendar, log } = memory;
  const [slotDay, nowDay] = [civilOf(slotOf(kind, memory)), civilOf(now)];
  const today = slotDay > nowDay ? slotDay : nowDay;
  const to = addDays(startOf(kind, today), -1);
  const last = lastReport(log, kind);
  const [whole, opened] = [startOf(kind, to), openedOn(memory)];
  const from = last ? addDays(last.to, 1) : whole > opened ? whole : opened;
  const dueUntil = addDays(nextDay(kind, memory, today), -1);
  return reportOf({ head, calendar, rows }, { kind, today, from, to, dueUntil, ...(last && { last }) });
};

/** Everybody who gets it, once. */
const readersOf = ({ roster, policy }: RoundMemory['head']): PersonId[] => [
  ...new Set((policy.reports?.to ?? []).flatMap((office) => holdersOf(office, roster))),
];

const made = (kind: ReportKind, memory: RoundMemory, { rows, clock }: Setting, now: Instant): RoundMemory => {
  const { head, calendar } = memory;
  const report = reportDue(kind, memory, rows, now);
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
export const withReports = (memory: RoundMemory, setting: Setting, now: Instant): RoundMemory =>
  plannedKinds(memory)
    .filter((kind) => wakeOf(kind, memory) <= now)
    .reduce((after, kind) => made(kind, after, setting, now), memory);
