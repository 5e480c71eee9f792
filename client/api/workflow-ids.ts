import type { Client } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';

type Server = Pick<Client, 'workflowService' | 'options'>;

/**
 * What the server says of the workflows that a query finds, the newest first. Unlike the client library's `list` it opens no memo: one
 * that is encrypted by a key of others would end the list for everybody.
 */
export async function* executions(
  { workflowService, options: { namespace } }: Server,
  query: string,
  pageSize?: number,
): AsyncGenerator<temporal.api.workflow.v1.IWorkflowExecutionInfo> {
  let nextPageToken: Uint8Array = new Uint8Array();
  do {
    const page = await workflowService.listWorkflowExecutions({
      namespace,
      query,
      nextPageToken,
      ...(pageSize !== undefined && { pageSize }),
    });
    yield* page.executions;
    ({ nextPageToken } = page);
  } while (nextPageToken.length > 0);
}

/** Their ids. */
export async function* workflowIds(server: Server, query: string, pageSize?: number): AsyncGenerator<string> {
  for await (const { execution } of executions(server, query, pageSize))
    if (execution?.workflowId) yield execution.workflowId;
}
