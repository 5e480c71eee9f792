import type { LogEntry } from '../../item/log';
import type { RoundEvent } from '../event';
import type { Report, ReportKind } from './report';

type Made = Extract<RoundEvent, { type: 'report-made' }>;

/** The entry of the last report of a kind that a round has made. */
export const lastMade = (
  log: readonly LogEntry<RoundEvent>[],
  kind: ReportKind,
): LogEntry<Made> | undefined =>
  log.findLast(
    (entry): entry is LogEntry<Made> => entry.event.type === 'report-made' && entry.event.kind === kind,
  );

/** That report, as the next is compared with it. */
export const lastReport = (log: readonly LogEntry<RoundEvent>[], kind: ReportKind): Report['last'] => {
  const made = lastMade(log, kind)?.event;
  return made && { from: made.from, to: made.to, figures: made.figures };
};
