import type { NativeConnection } from '@temporalio/worker';
import { STATUSES, type Status } from '../../domain/item/states';
import { WORKFLOWS } from '../../workflows/messages';

/** How a run can end without having come to its end, in the words of the server's query language. */
export const ENDED = ['Terminated', 'Failed', 'TimedOut', 'Canceled'] as const;

/** Those that somebody waits for; a checkpoint is made anew every hour. */
const COUNTED = ['round', 'item', 'mailbox'] as const;
type Workflow = (typeof COUNTED)[number];

/** What a queue has: running items by status, running workflows, and runs that were ended. */
export type Counts = {
  items: { status: Status; overdue: boolean; count: number }[];
  open: { workflow: Workflow; count: number }[];
  ended: { workflow: Workflow; how: (typeof ENDED)[number]; count: number }[];
};

type Server = Pick<NativeConnection, 'workflowService' | 'withDeadline'>;

/** How long the server may take for all counts, in ms. */
const PATIENCE = 30_000;

const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

/** Every combination is counted, with 0 where there is none. @throws what the server says */
export const countsOf = (connection: Server, namespace: string, queue: string): Promise<Counts> => {
  const count = async (workflow: Workflow, status: string, more = ''): Promise<number> => {
    const query = `TaskQueue = ${quoted(queue)} AND WorkflowType = '${WORKFLOWS[workflow]}' AND ExecutionStatus = '${status}'${more}`;
    const answer = await connection.workflowService.countWorkflowExecutions({ namespace, query });
    return Number(answer.count);
  };
  const all = async <T>(asked: readonly T[], ask: (one: T) => Promise<number>) => {
    const counted: (T & { count: number })[] = [];
    // One after the other: nobody waits for it, and the database has other work.
    for (const one of asked) counted.push({ ...one, count: await ask(one) });
    return counted;
  };
  return connection.withDeadline(Date.now() + PATIENCE, async () => ({
    items: await all(
      STATUSES.flatMap((status) => [true, false].map((overdue) => ({ status, overdue }))),
      ({ status, overdue }) =>
        count('item', 'Running', ` AND RectStatus = '${status}' AND RectOverdue = ${String(overdue)}`),
    ),
    open: await all(
      COUNTED.map((workflow) => ({ workflow })),
      ({ workflow }) => count(workflow, 'Running'),
    ),
    ended: await all(
      COUNTED.flatMap((workflow) => ENDED.map((how) => ({ workflow, how }))),
      ({ workflow, how }) => count(workflow, how),
    ),
  }));
};
