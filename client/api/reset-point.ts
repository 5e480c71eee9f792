import { type Client, isGrpcServiceError } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

const { EVENT_TYPE_WORKFLOW_TASK_COMPLETED } = temporal.api.enums.v1.EventType;

/** The gRPC code of what this certificate may not ask. */
const PERMISSION_DENIED = 7;

/**
 * The event to which a workflow that was ended is reset without losing anything: the end of its last task. Undefined where
 * the server does not have its history, `forbidden` where it does not show it to this client. The `LastWorkflowTask` of the temporal CLI 1.5 is not this one
 * where a history has more than a page of 250 events: it goes back to the first page.
 */
export const resetPoint = async (
  { workflowService, options: { namespace } }: Client,
  workflowId: string,
): Promise<number | 'forbidden' | undefined> => {
  const ask = (nextPageToken: Uint8Array) =>
    workflowService
      .getWorkflowExecutionHistoryReverse({ namespace, execution: { workflowId }, nextPageToken })
      .catch((error: unknown) =>
        isGrpcServiceError(error) && (error.code as number) === PERMISSION_DENIED
          ? ('forbidden' as const)
          : undefined,
      );
  for (let page = await ask(new Uint8Array()); page; page = await ask(page.nextPageToken)) {
    if (page === 'forbidden') return page;
    const last = page.history?.events?.find(
      ({ eventType }) => eventType === EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
    );
    if (last) return Number(last.eventId);
    if (page.nextPageToken.length === 0) return undefined;
  }
  return undefined;
};
