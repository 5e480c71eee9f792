import { type Clock, domainTime } from '../../domain/calendar/clock';
import { civilOf, type Instant, instant } from '../../domain/calendar/zone';
import type { ItemSchedule, ItemView } from '../../domain/item/life';
import { warningLevel } from '../../domain/round/row';
import { totalsOf } from '../../domain/round/totals';
import type { RoundLedger } from '../../workflows/messages';

/*
 * A workflow answers a query as of its last task: an item or a round that has slept for a week answers as of a week
 * ago. What depends on the time alone is therefore computed again here, by the round's clock.
 */

/** The round's time at a real instant (epoch milliseconds), never before the one that was answered. */
const timeOf = ({ clock, now }: { clock: Clock; now: Instant }, real: number): Instant =>
  instant(Math.max(now, domainTime(clock, real)));

export const freshItem = ({ level, ...view }: ItemView, real: number): ItemView => {
  const now = timeOf(view, real);
  const { policy, calendar } = view.context;
  const fresh = warningLevel(view.row, policy, calendar, civilOf(now));
  return { ...view, now, ...(fresh && { level: fresh }) };
};

/** Reminders whose instant has come meanwhile have gone out. */
export const freshSchedule = (schedule: ItemSchedule, real: number): ItemSchedule => {
  const now = timeOf(schedule, real);
  const gone = schedule.toCome.filter(({ slot }) => slot <= now);
  return {
    ...schedule,
    now,
    said: [
      ...schedule.said,
      ...gone.map(({ to, id, slot }) => ({ to, id, slot, kind: 'reminder' as const })),
    ],
    toCome: schedule.toCome.filter(({ slot }) => slot > now),
  };
};

export const freshLedger = (ledger: RoundLedger, real: number): RoundLedger => {
  const now = timeOf(ledger, real);
  return { ...ledger, now, totals: totalsOf(ledger.rows, civilOf(now)) };
};
