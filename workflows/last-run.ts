import { type Client, isGrpcServiceError } from '@temporalio/client';
import { decodeOptionalSinglePayload } from '@temporalio/common/lib/internal-non-workflow';
import { checkpointWorkflowId } from './messages';

/*
 * For whoever asks the server, never for workflows. Whoever may start workflows may start one under the name of the
 * checkpoints, so nothing here is taken for granted.
 */

/** The code of gRPC where the server knows no such workflow. */
const NOT_FOUND = 5;

/**
 * The last run under the name of the checkpoints of a queue. `startedAt`: when the server started it, epoch milliseconds.
 * `said`: what its memo says; nothing where that cannot be read.
 */
export type LastRun = { workflowId: string; runId: string; startedAt: number; said: unknown };

/** Nothing where the server knows of no run. Whether one counts is for whoever asks to say. */
export const lastRun = async (client: Client, queue: string): Promise<LastRun | undefined> => {
  const { namespace, loadedDataConverter } = client.options;
  const workflowId = checkpointWorkflowId(queue);
  try {
    const { workflowExecutionInfo: info } = await client.workflowService.describeWorkflowExecution({
      namespace,
      execution: { workflowId },
    });
    const payload = info?.memo?.fields?.checkpoint;
    const said = await decodeOptionalSinglePayload(loadedDataConverter, payload).catch(() => undefined);
    const { seconds, nanos } = info?.startTime ?? {};
    const startedAt = Number(seconds ?? 0) * 1000 + (nanos ?? 0) / 1e6;
    return { workflowId, runId: info?.execution?.runId ?? '', startedAt, said };
  } catch (error) {
    if (isGrpcServiceError(error) && (error.code as number) === NOT_FOUND) return undefined;
    throw error;
  }
};
