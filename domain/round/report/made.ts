import type { LogEntry } from '../../item/log';
import type { RoundEvent } from '../event';
import type { Report, ReportKind } from './report';

type Made = Extract<RoundEvent, { type: 'report-made' }>;

/** The last report of a kind that a round has made, which the next is compared with. */
export const lastReport = (log: readonly LogEntry<RoundEvent>[], kind: ReportKind): Report['last'] => {
  const made = log
    .map(({ event }) => event)
    .findLast((event): event is Made => event.type === 'report-made' && event.kind === kind);
  return made && { from: made.from, to: made.to, figures: made.figures };
};
