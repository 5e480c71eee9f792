import type { Client } from '@temporalio/client';
import { messageOf } from '../../../../api/failure';
import { workflowIds } from '../../../../api/workflow-ids';
import { described } from '../../../../../workflows/described';
import { WORKFLOWS } from '../../../../../workflows/messages';

/** A fault of the service holds up every mail: so many mailboxes show it. */
const MOST = 200;
/** How many are looked at together. */
const TOGETHER = 20;

/** Why the mail of a mailbox waits: what its last attempt said. */
const reasonIn = async (client: Client, workflowId: string, queue: string): Promise<string | undefined> => {
  const { raw } = await described(client, workflowId);
  const failed = raw.pendingActivities?.find(({ activityType, lastFailure }) => lastFailure && activityType);
  return raw.executionConfig?.taskQueue?.name === queue ? messageOf(client, failed?.lastFailure) : undefined;
};

/**
 * Looks whether mailboxes wait for the mail server. Returns how many it has looked at; fails with the number of those that
 * wait and the reason of one, when there are any.
 */
export const findHeldMails = async (client: Client, queue: string): Promise<string> => {
  const query = `WorkflowType = '${WORKFLOWS.mailbox}' AND ExecutionStatus = 'Running'`;
  const ids: string[] = [];
  for await (const id of workflowIds(client, query, MOST)) {
    ids.push(id);
    if (ids.length === MOST) break;
  }
  const reasons: string[] = [];
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const some = ids.slice(from, from + TOGETHER).map((id) => reasonIn(client, id, queue));
    reasons.push(...(await Promise.all(some)).filter((reason) => reason !== undefined));
  }
  const [first] = reasons;
  if (first !== undefined) throw new Error(`${String(reasons.length)}/${String(ids.length)} · ${first}`);
  return String(ids.length);
};
