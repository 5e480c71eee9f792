import { type Client, WorkflowFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { type Refusal, REFUSAL_TYPES } from '../../domain/refusal';
import { described } from '../../workflows/described';

/** The refusal that a workflow has given as a failure, if it is one. */
export const refusalIn = (cause: unknown): Refusal | undefined => {
  if (!(cause instanceof ApplicationFailure)) return undefined;
  const known = (REFUSAL_TYPES as readonly string[]).includes(cause.type ?? '');
  return known ? (cause.details?.[0] as Refusal) : undefined;
};

/** Why the last run of a round was not opened; nothing where it was, or has not ended. */
export const refusedOpeningOf = async (client: Client, workflowId: string): Promise<Refusal | undefined> => {
  const { status, runId } = await described(client, workflowId);
  if (status.name !== 'FAILED') return undefined;
  try {
    await client.workflow.getHandle(workflowId, runId, { followRuns: false }).result();
    return undefined;
  } catch (error) {
    if (!(error instanceof WorkflowFailedError)) throw error;
    const refusal = refusalIn(error.cause);
    return refusal?.type === 'UntrustedOpening' ? refusal : undefined;
  }
};
