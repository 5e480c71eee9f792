import { Context, type Info } from '@temporalio/activity';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { LightActivities, MailActivities, MailOutcome } from '../workflows/contract';
import { counter, histogram } from '../workflows/metrics';
import type { ClockAhead } from './clock-ahead';
import type { Waits } from './waits';

/** What a process learns from its activities. */
export type Learned = { waits: Waits; clock: ClockAhead };

const taskOf = ({ workflowExecution, activityId }: Info): string =>
  `${workflowExecution?.workflowId ?? ''} ${workflowExecution?.runId ?? ''} ${activityId}`;

/** Seconds since an activity was asked for. */
const ageOf = ({ scheduledTimestampMs }: Info): number =>
  Math.max(0, Date.now() - scheduledTimestampMs) / 1000;

type Ended = (result: unknown) => void;

const countMail: Ended = (result) => {
  const { metricMeter, info } = Context.current();
  const { outcome } = result as MailOutcome;
  counter(metricMeter, 'mails').add(1, { outcome });
  histogram(metricMeter, 'mailAge').record(ageOf(info), { outcome });
};

const countArchive =
  (of: 'item' | 'round'): Ended =>
  () => {
    const { metricMeter, info } = Context.current();
    histogram(metricMeter, 'archiveAge').record(ageOf(info), { of });
  };

/** What is counted once an activity has succeeded. */
const COUNTED: Partial<Record<keyof LightActivities | keyof MailActivities, Ended>> = {
  sendDigest: countMail,
  archiveItem: countArchive('item'),
  archiveRound: countArchive('round'),
};

const isCounted = (activity: string): activity is keyof typeof COUNTED => Object.hasOwn(COUNTED, activity);

/**
 * Counts what activities achieve, and notes which of them wait; nothing of what they are about. `clock`: not for a queue whose
 * rate is limited, where they begin late.
 */
export const measuredFor =
  ({ waits, clock }: Pick<Learned, 'waits'> & Partial<Learned>): ActivityInterceptorsFactory =>
  ({ info }) => ({
    inbound: {
      async execute(input, next) {
        if (info.isLocal) return next(input);
        const { activityType: activity, scheduledTimestampMs: since } = info;
        if (info.attempt === 1) clock?.saw(since, Date.now());
        const task = taskOf(info);
        try {
          const result: unknown = await next(input);
          waits.done(task);
          if (isCounted(activity)) COUNTED[activity]?.(result);
          return result;
        } catch (error) {
          waits.failed(task, { activity, since, seen: Date.now() });
          throw error;
        }
      },
    },
  });
