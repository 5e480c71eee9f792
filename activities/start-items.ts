import { Context } from '@temporalio/activity';
import { type Client, WorkflowExecutionAlreadyStartedError, type WorkflowOptions } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { fromPayload } from '../base/deflated';
import type { ItemBirth } from '../domain/item/life';
import type { ItemStarts, LightActivities } from '../workflows/contract';
import { described } from '../workflows/described';
import { WORKFLOWS } from '../workflows/messages';
import { beginningOf } from '../workflows/rectification-item/beginning';
import { sealedPartOf } from '../workflows/sealed-part';
import { inEveryLanguage } from './language';
import { contentOf, sealFor, type SealTerms } from './seals';

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

/** Whose a workflow is that has the name of an item; `nobody`: a stranger's that has ended. */
type Owner = 'round' | 'stranger' | 'nobody';

/** What the seal in the memo of an item is over. */
const startOf = (workflow: string, startedBy: unknown) => contentOf(workflow, { startedBy });

/** Whether a start succeeded; false where the name is taken. */
const hasBegun = async (started: Promise<unknown>): Promise<boolean> => {
  try {
    await started;
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
};

/**
 * The activity by which a round starts its items. An item that an earlier attempt has started, or the round before it was
 * reset, is left as it is: its memo names the round's first run, under a seal. What has ended of itself and was started by
 * no worker leaves the name free.
 */
export const createStartActivities = ({
  client,
  taskQueue,
  seals,
  unsealedUntil = 0,
}: SealTerms & { client: Client; taskQueue: string }): Pick<LightActivities, 'startItems'> => {
  /** Whose an item is that has the name already: of this round, of another, or of somebody who reaches the server. */
  const ownerOf = async (workflow: string, startedBy: string): Promise<Owner> => {
    const { memo, startTime, closeTime } = await described(client, workflow, { others: true });
    const { startedBy: by, seal } = memo ?? {};
    const isSealed =
      seal === undefined
        ? startTime.getTime() < unsealedUntil
        : seals.isGood(seal, 'started-by', startOf(workflow, by));
    if (!isSealed) return closeTime ? 'nobody' : 'stranger';
    return by === startedBy ? 'round' : 'stranger';
  };

  const start = async (
    { birth, delay }: ItemStarts['starts'][number],
    { startedBy, told }: ItemStarts,
  ): Promise<string[]> => {
    const beginning = beginningOf(birth);
    const { workflowId } = beginning;
    const input = { ...beginning.args[0], ...(told && { told }) };
    const seal = sealFor(seals, 'birth', workflowId, sealedPartOf(input));
    const begin = (more: Pick<WorkflowOptions, 'workflowIdReusePolicy'> = {}) =>
      client.workflow.start(WORKFLOWS.item, {
        ...beginning,
        ...more,
        args: [{ ...input, seal }],
        taskQueue,
        ...(delay > 0 && { startDelay: delay }),
        memo: { startedBy, seal: seals.make('started-by', startOf(workflowId, startedBy)) },
        priority: { fairnessKey: birth.context.round.id },
      });
    if (await hasBegun(begin())) return [];
    const owner = await ownerOf(workflowId, startedBy);
    if (owner === 'round') return [];
    const isFree =
      owner === 'nobody' && (await hasBegun(begin({ workflowIdReusePolicy: 'ALLOW_DUPLICATE' })));
    return isFree ? [] : [workflowId];
  };

  return {
    async startItems(order) {
      const current = currentForm(fromPayload<ItemStarts | EarlierStarts>(order));
      const taken = (await Promise.all(current.starts.map((one) => start(one, current)))).flat();
      const [first] = taken;
      if (first === undefined || current.answersTaken) return { taken };
      throw ApplicationFailure.retryable(
        inEveryLanguage((say) => say.itemOfAnother(first)),
        'ItemOfAnother',
      );
    },
  };
};
