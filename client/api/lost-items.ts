import type { Client } from '@temporalio/client';
import { type End, isEnd } from '../../domain/item/lost';
import type { LedgerRow } from '../../domain/round/row';
import { described } from '../../workflows/described';
import { lifeFound } from '../../workflows/life-found';
import { itemWorkflowId, type RoundLedger, WORKFLOWS } from '../../workflows/messages';
import { workflowIds } from './workflow-ids';

/** An item whose workflow is gone although its record is not in the archive: nothing reminds of it any more. */
export type LostItem = Pick<LedgerRow, 'item' | 'number' | 'cycle'> & { ended: End };

/** In the words of the server's query language. */
const ENDED = ['Terminated', 'Failed', 'TimedOut', 'Canceled'].map((status) => `'${status}'`).join(', ');

type Server = Pick<Client, 'workflow' | 'workflowService' | 'options'>;

const workflowOf = ({ item, cycle }: Pick<LedgerRow, 'item' | 'cycle'>): string =>
  itemWorkflowId(item, cycle);

const idsOf = async (server: Server, query: string): Promise<Set<string>> => {
  const ids = new Set<string>();
  for await (const id of workflowIds(server, query)) ids.add(id);
  return ids;
};

/**
 * The open items that the server does not list as running, where it has fewer of these than the ledger. One that never
 * reported is still to be started.
 */
const unseen = async (
  server: Server,
  query: string,
  open: readonly LedgerRow[],
): Promise<readonly LedgerRow[]> => {
  const running = `${query} AND ExecutionStatus = 'Running'`;
  const { count } = await server.workflow.count(running);
  if (count >= open.length) return [];
  const ids = await idsOf(server, running);
  return open.filter((row) => row.version > 0 && !ids.has(workflowOf(row)));
};

/**
 * The items of a round that the server has ended without a record, or no longer has. The server learns of an end a moment
 * later. What only has the name of the round, but no line in its ledger, is none of them.
 */
export const lostItems = async (
  server: Server,
  { head, rows }: Pick<RoundLedger, 'head' | 'rows'>,
): Promise<LostItem[]> => {
  const query = `WorkflowType = '${WORKFLOWS.item}' AND RectRound = '${head.round}'`;
  const open = rows.filter(({ archive }) => !archive);
  const ended = await idsOf(server, `${query} AND ExecutionStatus IN (${ENDED})`);
  const candidates = new Set([
    ...open.filter((row) => ended.has(workflowOf(row))),
    ...(await unseen(server, query, open)),
  ]);
  const found = await Promise.all(
    [...candidates].map(async (row): Promise<LostItem | undefined> => {
      const { item, number, cycle } = row;
      // Where an operator has reset it, a later run goes on.
      const life = await lifeFound(described(server, workflowOf(row)));
      return isEnd(life) ? { item, number, cycle, ended: life } : undefined;
    }),
  );
  return found.filter((one) => one !== undefined);
};
