import type { WorkflowInternalsInterceptor } from '@temporalio/workflow';

/** What the SDK's core tells a workflow at once. */
export type Activation = Parameters<NonNullable<WorkflowInternalsInterceptor['activate']>>[0]['activation'];
type Command = Parameters<
  NonNullable<WorkflowInternalsInterceptor['concludeActivation']>
>[0]['commands'][number];

/** From one workflow task to the next a history has three events more: it was completed, the next scheduled, and started. */
const FROM_TASK_TO_TASK = 3;

/** How many events a command writes. The mark of a patch is also kept as a search attribute. */
const eventsOf = (command: Command): number => {
  const {
    scheduleLocalActivity,
    requestCancelLocalActivity,
    respondToQuery,
    updateResponse,
    setPatchMarker,
  } = command;
  if (scheduleLocalActivity ?? requestCancelLocalActivity ?? respondToQuery ?? updateResponse?.rejected)
    return 0;
  return setPatchMarker ? 2 : 1;
};

const answersIn = ({ jobs }: Activation): number =>
  jobs?.filter(({ resolveActivity }) => resolveActivity?.isLocal === true).length ?? 0;

/** Whether it brings questions alone: the core never gives them together with anything else. */
export const asksOnly = ({ jobs }: Activation): boolean =>
  jobs?.every(({ queryWorkflow }) => queryWorkflow != null) ?? false;

/**
 * Tells answers of local activities that come late. Where one comes while a question is answered that has come with the same task, the
 * SDK's core ends that task with the answer's marker, and tells the workflow with the next task. On replay the answer comes where
 * its marker is: before whatever else the next task brings, and at an earlier time of the workflow.
 *
 * An answer that is only slow comes with a later task, too, but without a marker before it. So what counts is whether the history has
 * more events than what the workflow has done accounts for.
 */
export class AnswersKept {
  /** How long the history was when a question was answered, if nothing else has come since. */
  private asked: number | undefined;
  /** How many events the present task writes when it ends, besides that it was completed. */
  private written = 0;
  private length = 0;
  private isReplaying = false;

  /** Whether an activation brings an answer that another task has the marker of. */
  brings(activation: Activation): boolean {
    const answers = answersIn(activation);
    if (activation.isReplaying || answers === 0) return false;
    if (answers < (activation.jobs?.length ?? 0)) return true;
    if (this.asked === undefined) return false;
    const more = Number(activation.historyLength) - this.asked - this.written;
    return Number(activation.historyLength) > this.asked && more % FROM_TASK_TO_TASK !== 0;
  }

  /** To be told of every activation that goes on. */
  take(activation: Activation): void {
    const length = Number(activation.historyLength);
    if (length !== this.length) this.written = 0;
    this.length = length;
    if (asksOnly(activation)) {
      this.asked = length;
      return;
    }
    this.asked = undefined;
    this.isReplaying = activation.isReplaying === true;
    if (!this.isReplaying) this.written += answersIn(activation);
  }

  /** To be told of every command that an activation ends with. */
  conclude(commands: readonly Command[]): void {
    // What is repeated is in the history already.
    if (!this.isReplaying) for (const command of commands) this.written += eventsOf(command);
  }
}
