import type { Client } from '@temporalio/client';
import { fromPayload, toPayload } from '../../base/deflated';
import { roundOf } from '../../base/ids';
import { readRow } from '../../domain/round/row';
import type { Seals } from '../../domain/identity/seal';
import { described } from '../../workflows/described';
import { itemWorkflowId, roundWorkflowId, rowsSignal, viewQuery, WORKFLOWS } from '../../workflows/messages';
import { sealedContent } from '../../workflows/sealed-part';
import type { Line } from './ledger-lines';

type Place = { client: Client; queue: string; seals?: Seals | undefined };

/**
 * Hands in, in its stead, the last line of an item whose record is in the archive, which can report nothing any more; false without the
 * workers' keys. It is read from the very run that went to its end on the workers' queue: whoever starts something of
 * that name elsewhere must not have it sealed, nor the line of another item.
 */
export const handInLast = async ({ client, queue, seals }: Place, { row, cycle }: Line): Promise<boolean> => {
  if (!seals) return false;
  const workflowId = itemWorkflowId(row.item, cycle);
  const { status, runId, raw } = await described(client, workflowId);
  const isOurs =
    raw.executionConfig?.taskQueue?.name === queue &&
    raw.workflowExecutionInfo?.type?.name === WORKFLOWS.item &&
    status.name === 'COMPLETED';
  if (!isOurs) return false;
  const view = fromPayload(await client.workflow.getHandle(workflowId, runId).query(viewQuery));
  const last = readRow(view.row);
  const isItsOwn = last?.item === row.item && last.number === row.number && last.cycle === cycle;
  if (!isItsOwn || !last.archive) return false;
  const version = Math.max(row.version, last.version) + 1;
  const message = toPayload([{ ...last, version }]);
  const to = roundWorkflowId(roundOf(row.item));
  const seal = seals.make('rows', sealedContent(client.options.namespace, to, message));
  await client.workflow.getHandle(to).signal(rowsSignal, message, seal);
  return true;
};
