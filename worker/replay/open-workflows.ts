import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { History } from '@temporalio/common/lib/proto-utils';

/** Workflows of one type that are open, or some of them; `history` asks the server for it. */
export type OpenWorkflow = { workflowId: string; history: () => Promise<History | undefined> };

const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

const queryOf = (type: string, taskQueue: string): string =>
  `WorkflowType = ${quoted(type)} AND TaskQueue = ${quoted(taskQueue)} AND ExecutionStatus = 'Running'`;

/** The open workflows of a type on a queue. */
export const countOpen = async (client: Client, type: string, taskQueue: string): Promise<number> =>
  (await client.workflow.count(queryOf(type, taskQueue))).count;

/** Page by page, without the memos: one that is encrypted by a key of others would end the list. */
async function* namesOf(
  { workflowService, options: { namespace } }: Client,
  query: string,
): AsyncGenerator<{ workflowId: string; runId: string }> {
  let nextPageToken: Uint8Array = new Uint8Array();
  do {
    const page = await workflowService.listWorkflowExecutions({ namespace, query, nextPageToken });
    for (const { execution } of page.executions) {
      const { workflowId, runId } = execution ?? {};
      if (workflowId && runId) yield { workflowId, runId };
    }
    ({ nextPageToken } = page);
  } while (nextPageToken.length > 0);
}

/** The history of a run; undefined where it has gone from the server meanwhile. */
const historyOf = async (client: Client, workflowId: string, runId: string): Promise<History | undefined> => {
  try {
    return await client.workflow.getHandle(workflowId, runId).fetchHistory();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
};

/**
 * Open workflows of a type, at most so many: where there are more of them, every so-manieth, so that old ones and new ones are
 * among them. One page of names is in memory at a time, and no history that is not asked for.
 */
export async function* openWorkflows(
  client: Client,
  { type, taskQueue, open, most }: { type: string; taskQueue: string; open: number; most: number },
): AsyncGenerator<OpenWorkflow> {
  const step = Math.max(open / most, 1);
  let index = 0;
  let chosen = 0;
  for await (const { workflowId, runId } of namesOf(client, queryOf(type, taskQueue))) {
    if (index >= chosen * step && chosen < most) {
      chosen += 1;
      yield { workflowId, history: () => historyOf(client, workflowId, runId) };
    }
    index += 1;
  }
}
