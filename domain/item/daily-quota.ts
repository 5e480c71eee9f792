import { addDays, type CivilDate } from '../calendar/civil';
import { instantOf } from '../calendar/zone';
import type { Refusal } from '../refusal';
import type { RoundCommand } from '../round/command';
import { DEFAULT_POLICY, type Policy } from '../round/policy';
import type { Command, CommandType } from './command';
import type { Event, EventType } from './event';
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
  'record-result': { event: 'result-recorded', quota: 'work' },
  'correct-result': { event: 'result-corrected', quota: 'work' },
  'request-closure': { event: 'closure-requested', quota: 'work' },
  'withdraw-closure': { event: 'closure-withdrawn', quota: 'work' },
};

/** A command that may be given `most` times a day, and which entries of a log it leaves; `before`: those that left none. */
type Given<E extends object> = {
  command: Pick<Command | RoundCommand, 'type' | 'by'>;
  most: number;
  before?: number;
  isOne: (event: E) => boolean;
};

/** Why a person may not give a command once more today: they have left as many entries as they may. */
export const quotaReached = <E extends object>(
  { command: { type, by }, most, before = 0, isOne }: Given<E>,
  log: readonly LogEntry<E>[],
  today: CivilDate,
): Refusal | undefined => {
  const morning = instantOf(today);
  const first = log.findLastIndex(({ at }) => at < morning) + 1;
  const given = log.slice(first).filter(({ event, author }) => author?.by === by && isOne(event));
  return before + given.length < most
    ? undefined
    : { type: 'QuotaReached', command: type, most, next: addDays(today, 1) };
};

/** How often a policy lets people do something in a day. The CLI may ask of what a worker of an older version has told of. */
export const mostADay = ({ daily }: Pick<Policy, 'daily'>, quota: keyof Policy['daily']): number =>
  ({ ...DEFAULT_POLICY.daily, ...daily })[quota];

/**
 * Refuses a command given too often today: whoever has a key, or has got hold of one, must not be able to fill the log of
 * an item, or its readers' mail. Each kind and each person is counted separately.
 */
export const dailyQuota = (
  command: Command,
  { context, log }: { context: Pick<ItemContext, 'policy'>; log: readonly LogEntry[] },
  today: CivilDate,
): Refusal | undefined => {
  const counted = COUNTED[command.type];
  if (!counted) return undefined;
  const most = mostADay(context.policy, counted.quota);
  return quotaReached({ command, most, isOne: ({ type }: Event) => type === counted.event }, log, today);
};
