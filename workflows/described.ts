import type { Client, WorkflowExecutionDescription } from '@temporalio/client';
import { PayloadConverterError, ValueError } from '@temporalio/common';

/** The client library's names of the server's statuses, by their numbers. */
const STATUS: Readonly<Record<number, WorkflowExecutionDescription['status']['name']>> = {
  1: 'RUNNING',
  2: 'COMPLETED',
  3: 'FAILED',
  4: 'CANCELLED',
  5: 'TERMINATED',
  6: 'CONTINUED_AS_NEW',
  7: 'TIMED_OUT',
};

/** What the server says of a workflow. `memo`: absent, too, where nobody here can read it. */
export type Described = Pick<WorkflowExecutionDescription, 'memo' | 'startTime' | 'closeTime' | 'raw'> & {
  status: { name: string };
  runId?: string;
};

type Server = Pick<Client, 'workflow' | 'workflowService' | 'options'>;

/** Of all that can be wrong with a payload the library says that a value is, or a converter. */
const isOfPayload = (error: unknown): boolean =>
  error instanceof ValueError || error instanceof PayloadConverterError || error instanceof SyntaxError;

/** It is encrypted by a key that is not here. */
const isOfOthers = (error: unknown): boolean => error instanceof Error && error.name === 'PayloadUnreadable';

const dateOf = (time: { seconds?: unknown } | null | undefined): Date | undefined =>
  time ? new Date(Number(time.seconds) * 1000) : undefined;

/**
 * What the server says of a workflow. The library opens the memo at once, and one that nobody can read, which anybody may give
 * a workflow under any name, would hide the rest. `others`: whether one that is encrypted by the key of others counts as none.
 * @throws WorkflowNotFoundError, PayloadUnreadable, and what the server says
 */
export const described = async (
  server: Server,
  workflowId: string,
  { others = false } = {},
): Promise<Described> => {
  try {
    return await server.workflow.getHandle(workflowId).describe();
  } catch (error) {
    if (!isOfPayload(error) && !(others && isOfOthers(error))) throw error;
  }
  const { namespace } = server.options;
  const raw = await server.workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId },
  });
  const { startTime, closeTime, status, execution } = raw.workflowExecutionInfo ?? {};
  const closed = dateOf(closeTime);
  return {
    status: { name: STATUS[status ?? 0] ?? 'UNKNOWN' },
    startTime: dateOf(startTime) ?? new Date(0),
    ...(closed && { closeTime: closed }),
    ...(execution?.runId && { runId: execution.runId }),
    raw,
  };
};
