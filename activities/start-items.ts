import { Context } from '@temporalio/activity';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { fromPayload } from '../base/deflated';
import type { Seals } from '../domain/identity/seal';
import type { ItemBirth } from '../domain/item/life';
import type { ItemStarts, LightActivities } from '../workflows/contract';
import { WORKFLOWS } from '../workflows/messages';
import { beginningOf } from '../workflows/rectification-item/beginning';
import { sealedPartOf } from '../workflows/sealed-part';
import { inEveryLanguage } from './language';
import { sealFor } from './seals';

/**
 * The order as the versions before the seals gave it: `begin` is the instant of each item's first task, and the round is
 * known by its run. One may still be waiting when the worker is replaced.
 */
type EarlierStarts = { birth: ItemBirth; begin: number }[];

const currentForm = (order: ItemStarts | EarlierStarts): ItemStarts => {
  if (!Array.isArray(order)) return order;
  const { workflowId = '', runId = '' } = Context.current().info.workflowExecution ?? {};
  const now = Date.now();
  const starts = order.map(({ birth, begin }) => ({ birth, delay: Math.max(begin - now, 0) }));
  return { startedBy: `${workflowId}/${runId}`, starts };
};

/**
 * The activity by which a round starts its items. An item that an earlier attempt has started, or the round before it was
 * reset, is left as it is: its memo names the round's first run.
 */
export const createStartActivities = ({
  client,
  taskQueue,
  seals,
}: {
  client: Client;
  taskQueue: string;
  seals: Seals;
}): Pick<LightActivities, 'startItems'> => {
  const start = async (
    { birth, delay }: ItemStarts['starts'][number],
    { startedBy, told }: ItemStarts,
  ): Promise<void> => {
    const beginning = beginningOf(birth);
    const input = { ...beginning.args[0], ...(told && { told }) };
    const seal = sealFor(seals, 'birth', beginning.workflowId, sealedPartOf(input));
    try {
      await client.workflow.start(WORKFLOWS.item, {
        ...beginning,
        args: [{ ...input, seal }],
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
    async startItems(order) {
      const current = currentForm(fromPayload<ItemStarts | EarlierStarts>(order));
      await Promise.all(current.starts.map((one) => start(one, current)));
    },
  };
};
