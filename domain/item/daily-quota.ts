import { addDays, type CivilDate } from '../calendar/civil';
import { instantOf } from '../calendar/zone';
import type { Refusal } from '../refusal';
import { DEFAULT_POLICY, type Policy } from '../round/policy';
import type { Command, CommandType } from './command';
import type { EventType } from './event';
import type { LogEntry } from './log';
import type { ItemContext } from './state';

type Counted = { event: EventType; quota: keyof Policy['daily'] };

/** Commands that can be given again and again, by the event that each leaves. */
const COUNTED: Readonly<Partial<Record<CommandType, Counted>>> = {
  'report-progress': { event: 'progress-reported', quota: 'talk' },
  ask: { event: 'asked', quota: 'talk' },
  urge: { event: 'urged', quota: 'talk' },
  resend: { event: 'resent', quota: 'talk' },
  comment: { event: 'commented', quota: 'talk' },
  'add-evidence': { event: 'evidence-added', quota: 'work' },
  'withdraw-evidence': { event: 'evidence-withdrawn', quota: 'work' },
  'complete-measure': { event: 'measure-completed', quota: 'work' },
  'request-closure': { event: 'closure-requested', quota: 'work' },
  'withdraw-closure': { event: 'closure-withdrawn', quota: 'work' },
};

/**
 * Why a person has given a command often enough today: whoever has a key, or has got hold of one, must not be able to fill
 * the log of an item, or its readers' mail. The kinds count each for itself, and so do people.
 */
export const dailyQuota = (
  { type, by }: Command,
  { context, log }: { context: Pick<ItemContext, 'policy'>; log: readonly LogEntry[] },
  today: CivilDate,
): Refusal | undefined => {
  const counted = COUNTED[type];
  if (!counted) return undefined;
  // The CLI may ask of an item that a worker of an older version has told of.
  const most = { ...DEFAULT_POLICY.daily, ...context.policy.daily }[counted.quota];
  const morning = instantOf(today);
  const first = log.findLastIndex(({ at }) => at < morning) + 1;
  const given = log
    .slice(first)
    .filter(({ event, author }) => event.type === counted.event && author?.by === by);
  return given.length < most
    ? undefined
    : { type: 'QuotaReached', command: type, most, next: addDays(today, 1) };
};
