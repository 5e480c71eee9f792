import { REAL_TIME } from '../domain/calendar/clock';
import { civilOf, type Instant } from '../domain/calendar/zone';
import type { LedgerRow } from '../domain/round/row';
import { totalsOf } from '../domain/round/totals';
import { aContext, CALENDAR, date } from './world';
import type { RoundLedger } from '../workflows/messages';

/** The answer of the known world's round with some rows, at an instant. */
export const aLedger = (rows: LedgerRow[], now: Instant): RoundLedger => {
  const { round, policy, roster } = aContext();
  return {
    head: {
      round: round.id,
      title: round.title,
      body: round.body,
      policy,
      roster,
      feedback: date('2021-04-29'),
      concentratedUntil: date('2021-08-31'),
      archive: { fonds: 'Z109', category: 'WS', year: 2021, retention: 'D30', organisation: 'JGDW' },
    },
    calendar: CALENDAR,
    clock: REAL_TIME,
    now,
    rows,
    totals: totalsOf(rows, civilOf(now)),
  };
};
