import type { HistoryAndWorkflowId } from '@temporalio/client';
import type { History } from '@temporalio/common/lib/proto-utils';
import { type ReplayWorkerOptions, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { temporal } from '@temporalio/proto';
import type { OpenWorkflow } from './open-workflows';

const { EVENT_TYPE_WORKFLOW_TASK_COMPLETED } = temporal.api.enums.v1.EventType;

/** A workflow that could not go on with this build, and why. */
export type Failure = { workflowId: string; why: string };

/** `notBegun`: no task of it has been done, so there is nothing to replay; `gone`: it left the server meanwhile. */
export type Replayed = { replayed: number; notBegun: number; gone: number; failures: Failure[] };

/** Longest reason, in UTF-16 units: core names the whole command that it found instead. */
const REASON = 400;

const hasBegun = ({ events }: History): boolean =>
  (events ?? []).some(({ eventType }) => eventType === EVENT_TYPE_WORKFLOW_TASK_COMPLETED);

/** Replays workflows with a build, one after the other; a history is fetched when its turn comes, and then forgotten. */
export const replayOpen = async (
  build: Pick<ReplayWorkerOptions, 'dataConverter'> & { workflowBundle: WorkflowBundleOption },
  workflows: AsyncIterable<OpenWorkflow>,
): Promise<Replayed> => {
  const found: Replayed = { replayed: 0, notBegun: 0, gone: 0, failures: [] };
  const histories = async function* (): AsyncGenerator<HistoryAndWorkflowId> {
    for await (const { workflowId, history: fetch } of workflows) {
      const history = await fetch();
      if (!history) found.gone += 1;
      else if (hasBegun(history)) yield { workflowId, history };
      else found.notBegun += 1;
    }
  };
  for await (const { workflowId, error } of Worker.runReplayHistories(build, histories())) {
    found.replayed += 1;
    if (error) found.failures.push({ workflowId, why: error.message.slice(0, REASON) });
  }
  return found;
};
