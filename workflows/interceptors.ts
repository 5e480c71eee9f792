import type { WorkflowInternalsInterceptor, WorkflowInterceptors } from '@temporalio/workflow';

/** What a query fails with that is to be asked again. */
export const AHEAD_OF_TASK = 'The history goes on beyond the last workflow task: ask again';

type Activation = Parameters<NonNullable<WorkflowInternalsInterceptor['activate']>>[0]['activation'];

/**
 * How far an activation goes: how many events have been, and when the last workflow task began. That time never goes back, even
 * where the clock of the server does; the size of the history, which each task brings anew, tells two tasks apart then.
 */
type Reach = Pick<Activation, 'timestamp' | 'historyLength' | 'historySizeBytes'>;

const reachOf = ({ timestamp = null, historyLength = null, historySizeBytes = null }: Activation): Reach => ({
  timestamp,
  historyLength,
  historySizeBytes,
});

const taskOf = ({ timestamp, historySizeBytes }: Reach): string =>
  [timestamp?.seconds, timestamp?.nanos, historySizeBytes].map(String).join(' ');

/** Whether there are more events though no more workflow tasks. */
const isAhead = (before: Reach | undefined, now: Activation): boolean =>
  before !== undefined &&
  !asksOnly(now) &&
  Number(now.historyLength) > Number(before.historyLength) &&
  taskOf(now) === taskOf(before);

const asksOnly = ({ jobs }: Activation): boolean =>
  jobs?.every(({ queryWorkflow }) => queryWorkflow != null) ?? false;

/**
 * A query that has waited for a worker comes with all of the history, also with what no workflow task has begun with yet. The SDK
 * would have the workflow act on that, at the time of the task before, and keep it in memory: the next task then writes a
 * history that no replay comes to. So the workflow refuses, which takes it out of memory; whoever asked asks again.
 */
export const interceptors = (): WorkflowInterceptors => {
  let before: Reach | undefined;
  return {
    internals: [
      {
        activate: (input, next) => {
          const { activation } = input;
          if (isAhead(before, activation)) throw new Error(AHEAD_OF_TASK);
          if (!asksOnly(activation)) before = reachOf(activation);
          next(input);
        },
      },
    ],
  };
};
