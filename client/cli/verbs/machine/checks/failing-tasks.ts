import { temporal } from '@temporalio/proto';
import type { Client } from '@temporalio/client';
import { described } from '../../../../../workflows/described';
import { WORKFLOWS } from '../../../../../workflows/messages';
import { workflowIds } from '../../../../api/workflow-ids';
import { inTurns } from '../../../../api/in-turns';
import { quoted } from './quoted';
import type { Server } from './server';

/** So many of each kind are looked at, the newest first, beside those that the server itself marks. */
const MOST = { round: 100, mailbox: 100, item: 300, other: 50 } as const;
const TOGETHER = 20;
/** So many are named. */
const NAMED = 10;

const { EVENT_TYPE_WORKFLOW_TASK_FAILED } = temporal.api.enums.v1.EventType;
const { WorkflowTaskFailedCause } = temporal.api.enums.v1;

/** What runs on our queue under a name that is none of ours is tried in vain as well. */
const running = (kind: keyof typeof MOST, queue: string): string => {
  const types = Object.values(WORKFLOWS).map((type) => `'${type}'`);
  const which =
    kind === 'other'
      ? `TaskQueue = ${quoted(queue)} AND WorkflowType NOT IN (${types.join(', ')})`
      : `WorkflowType = '${WORKFLOWS[kind]}'`;
  return `${which} AND ExecutionStatus = 'Running'`;
};

const idsOf = async (client: Client, query: string, most: number): Promise<string[]> => {
  const ids: string[] = [];
  for await (const id of workflowIds(client, query, most)) {
    ids.push(id);
    if (ids.length === most) break;
  }
  return ids;
};

/** Those that the server marks by itself after some failures; older ones do not know the attribute. */
const marked = (client: Client): Promise<string[]> =>
  idsOf(client, "ExecutionStatus = 'Running' AND TemporalReportedProblems IS NOT NULL", NAMED * 5).catch(
    () => [],
  );

/** Why a task failed at first: in the history only the first of many attempts is kept. Empty where this client may not read it. */
const causeIn = async ({ workflowService, options }: Client, workflowId: string): Promise<string> => {
  const { namespace } = options;
  const request = { namespace, execution: { workflowId }, maximumPageSize: 10 };
  const answer = await workflowService.getWorkflowExecutionHistoryReverse(request).catch(() => undefined);
  const failed = answer?.history?.events?.find(
    ({ eventType }) => eventType === EVENT_TYPE_WORKFLOW_TASK_FAILED,
  );
  const cause = failed?.workflowTaskFailedEventAttributes?.cause;
  if (cause === undefined || cause === null) return '';
  return WorkflowTaskFailedCause[cause].replace('WORKFLOW_TASK_FAILED_CAUSE_', '');
};

/** How often the task at hand of a workflow has been tried, where that is more than once. */
const attemptsOf = async (client: Client, workflowId: string): Promise<number> => {
  const description = await described(client, workflowId).catch(() => undefined);
  return description?.raw.pendingWorkflowTask?.attempt ?? 0;
};

/** How many workflows were looked at; fails with those whose task fails again and again, and why, as far as that is known. */
export const findFailingTasks = async ({ client, queue, say }: Server): Promise<string> => {
  const lists = Object.entries(MOST).map(([kind, most]) =>
    idsOf(client, running(kind as keyof typeof MOST, queue), most),
  );
  const ids = [...new Set([...(await marked(client)), ...(await Promise.all(lists)).flat()])];
  const tried = await inTurns(ids, TOGETHER, async (id) => ({ id, attempts: await attemptsOf(client, id) }));
  const failing = tried.filter(({ attempts }) => attempts > 1);
  if (failing.length === 0) return say.lookedAt(ids.length);
  const named = await inTurns(failing.slice(0, NAMED), TOGETHER, async ({ id, attempts }) => {
    const cause = await causeIn(client, id);
    return `${id} (×${attempts}${cause === '' ? '' : ` ${cause}`})`;
  });
  const more = failing.length - named.length;
  throw new Error([...named, ...(more > 0 ? [say.more(more)] : [])].join(' '));
};
