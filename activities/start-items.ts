import { Context } from '@temporalio/activity';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { fromPayload } from '../base/deflated';
import type { ItemStarts, LightActivities } from '../workflows/contract';
import { WORKFLOWS } from '../workflows/messages';
import { beginningOf } from '../workflows/rectification-item/beginning';
import { inEveryLanguage } from './language';

/** The activity by which a round starts its items; an item that an earlier attempt has started is left as it is. */
export const createStartActivities = ({
  client,
  taskQueue,
}: {
  client: Client;
  taskQueue: string;
}): Pick<LightActivities, 'startItems'> => {
  /** `startedBy`: the run of the round, by which it knows its items again. */
  const start = async ({ birth, delay }: ItemStarts[number], startedBy: string): Promise<void> => {
    const beginning = beginningOf(birth);
    try {
      await client.workflow.start(WORKFLOWS.item, {
        ...beginning,
        taskQueue,
        ...(delay > 0 && { startDelay: delay }),
        memo: { startedBy },
        priority: { fairnessKey: birth.context.round.id },
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      const { memo } = await client.workflow.getHandle(beginning.workflowId).describe();
      if (memo?.startedBy === startedBy) return;
      const message = inEveryLanguage((say) => say.itemOfAnother(beginning.workflowId));
      throw ApplicationFailure.retryable(message, 'ItemOfAnother');
    }
  };

  return {
    async startItems(starts) {
      const { workflowExecution } = Context.current().info;
      if (!workflowExecution) throw new TypeError('only a workflow starts items');
      const startedBy = `${workflowExecution.workflowId}/${workflowExecution.runId}`;
      await Promise.all(fromPayload(starts).map((one) => start(one, startedBy)));
    },
  };
};
