import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

const { EVENT_TYPE_WORKFLOW_TASK_COMPLETED } = temporal.api.enums.v1.EventType;

/**
 * The event to which a workflow that was ended is reset without losing anything: the end of its last task. Undefined where
 * the server does not have, or does not show, its history. The `LastWorkflowTask` of the temporal CLI 1.5 is not this one
 * where a history has more than a page of 250 events: it goes back to the first page.
 */
export const resetPoint = async (
  { workflowService, options: { namespace } }: Client,
  workflowId: string,
): Promise<number | undefined> => {
  const ask = (nextPageToken: Uint8Array) =>
    workflowService
      .getWorkflowExecutionHistoryReverse({ namespace, execution: { workflowId }, nextPageToken })
      .catch(() => undefined);
  for (let page = await ask(new Uint8Array()); page; page = await ask(page.nextPageToken)) {
    const last = page.history?.events?.find(
      ({ eventType }) => eventType === EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
    );
    if (last) return Number(last.eventId);
    if (page.nextPageToken.length === 0) return undefined;
  }
  return undefined;
};
