import type { WorkflowInterceptors } from '@temporalio/workflow';
import { type Activation, AnswersKept, asksOnly } from './answers-kept';

/** What a query fails with that is to be asked again. */
export const AHEAD_OF_TASK = 'The history goes on beyond the last workflow task: ask again';

/** What a task fails with that is to be done again from its history. */
export const LATE_ANSWER = 'The answer of a local activity comes with a later workflow task: do it again';

/** The id of a query that came by itself, not with a workflow task: `LEGACY_QUERY_ID` of the SDK's core. */
const BY_ITSELF = 'legacy_query';

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

const comesByItself = ({ jobs }: Activation): boolean =>
  jobs?.some(({ queryWorkflow }) => queryWorkflow?.queryId === BY_ITSELF) ?? false;

/** The new workflow tasks since a workflow has last repeated its history, the first two of them. */
class TasksSinceReplay {
  /** None where there was no replay: before a first task is completed, no query comes by itself. */
  private tasks: Set<string> | undefined;

  take(activation: Activation): void {
    if (activation.isReplaying) this.tasks = new Set();
    else if (this.tasks && this.tasks.size < 2) this.tasks.add(taskOf(reachOf(activation)));
  }

  get areOne(): boolean {
    return this.tasks?.size === 1;
  }
}

/**
 * A query that has waited for a worker comes with all of the history, also with what no workflow task has begun with yet, or with a
 * task that another worker has begun and may never complete. The SDK would have the workflow act on that, and keep it in
 * memory: the next task then writes a history that no replay comes to. So the workflow refuses, which takes it out of memory;
 * whoever asked asks again, and is answered from completed tasks.
 *
 * Of a task that comes anew with a replay nothing tells whether it is this worker's own: a query right after it is refused, too, which
 * costs one more replay. Once a second task has come, the first was completed here.
 *
 * In the same way a task is refused that brings the answer of a local activity late (answers-kept.ts). It is done again from its
 * history, where the answer has its place.
 */
export const interceptors = (): WorkflowInterceptors => {
  let before: Reach | undefined;
  const sinceReplay = new TasksSinceReplay();
  const kept = new AnswersKept();
  return {
    internals: [
      {
        activate: (input, next) => {
          const { activation } = input;
          if (kept.brings(activation)) throw new Error(LATE_ANSWER);
          if (isAhead(before, activation)) throw new Error(AHEAD_OF_TASK);
          if (comesByItself(activation) && sinceReplay.areOne) throw new Error(AHEAD_OF_TASK);
          if (!asksOnly(activation)) {
            before = reachOf(activation);
            sinceReplay.take(activation);
          }
          kept.take(activation);
          next(input);
        },
        concludeActivation: (input, next) => {
          kept.conclude(input.commands);
          return next(input);
        },
      },
    ],
  };
};
