import type { Client } from '@temporalio/client';
import type { LedgerRow } from '../../domain/round/row';
import { itemWorkflowId, type RoundLedger, WORKFLOWS } from '../../workflows/messages';

/** How a workflow has ended that should not have. */
const ENDS = {
  TERMINATED: 'terminated',
  FAILED: 'failed',
  TIMED_OUT: 'timed-out',
  CANCELLED: 'cancelled',
} as const;

/** An item whose workflow is gone although its record is not in the archive: nothing reminds of it any more. */
export type LostItem = Pick<LedgerRow, 'item' | 'number' | 'cycle'> & {
  ended: (typeof ENDS)[keyof typeof ENDS];
};

const isEnd = (status: string): status is keyof typeof ENDS => Object.hasOwn(ENDS, status);

/** In the words of the server's query language. */
const QUERIED = ['Terminated', 'Failed', 'TimedOut', 'Canceled'].map((status) => `'${status}'`).join(', ');

/**
 * The items of a round that the server has ended without a record. The server learns of an end a moment later. What only
 * has the name of the round, but no line in its ledger, is none of them.
 */
export const lostItems = async (
  { workflow }: Pick<Client, 'workflow'>,
  { head, rows }: Pick<RoundLedger, 'head' | 'rows'>,
): Promise<LostItem[]> => {
  const query = `WorkflowType = '${WORKFLOWS.item}' AND RectRound = '${head.round}' AND ExecutionStatus IN (${QUERIED})`;
  const candidates = new Set<string>();
  for await (const { workflowId } of workflow.list({ query })) candidates.add(workflowId);
  const found = await Promise.all(
    rows.map(async ({ item, number, cycle, archive }): Promise<LostItem | undefined> => {
      const id = itemWorkflowId(item, cycle);
      if (archive || !candidates.has(id)) return undefined;
      // Where an operator has reset it, a later run goes on.
      const { name } = (await workflow.getHandle(id).describe()).status;
      return isEnd(name) ? { item, number, cycle, ended: ENDS[name] } : undefined;
    }),
  );
  return found.filter((one) => one !== undefined);
};
