import { type Client, WorkflowFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { type End, isEnd } from '../../../../../domain/item/lost';
import { described } from '../../../../../workflows/described';
import { lifeFound } from '../../../../../workflows/life-found';
import { WORKFLOWS } from '../../../../../workflows/messages';
import { workflowIds } from '../../../../api/workflow-ids';
import { inTurns } from '../../../../api/in-turns';

/** So many ended runs of each kind are looked at, the newest first. */
const MOST = 100;
const TOGETHER = 20;
/** Mailboxes and items that were ended earlier are known, or nobody missed them; a round is missed for as long as it is known. */
const SINCE_DAYS = 7;

const ENDED = "ExecutionStatus IN ('Terminated', 'Failed', 'TimedOut', 'Canceled')";

/** A workflow whose last run was ended. `failure`: the type of its failure, where it has failed and that may be read. */
export type Ended = { workflowId: string; kind: 'round' | 'item' | 'mailbox'; how: End; failure?: string };

const since = (): string => new Date(Date.now() - SINCE_DAYS * 86_400_000).toISOString();

const QUERIES = (): Record<Ended['kind'], string> => ({
  round: `WorkflowType = '${WORKFLOWS.round}' AND ${ENDED}`,
  item: `WorkflowType = '${WORKFLOWS.item}' AND ${ENDED} AND CloseTime > '${since()}'`,
  mailbox: `WorkflowType = '${WORKFLOWS.mailbox}' AND ${ENDED} AND CloseTime > '${since()}'`,
});

const idsOf = async (client: Client, query: string): Promise<string[]> => {
  const ids = new Set<string>();
  for await (const id of workflowIds(client, query, MOST)) {
    ids.add(id);
    if (ids.size === MOST) break;
  }
  return [...ids];
};

const failureOf = async (client: Client, workflowId: string): Promise<string | undefined> => {
  try {
    await client.workflow.getHandle(workflowId).result();
    return undefined;
  } catch (error) {
    const cause = error instanceof WorkflowFailedError ? error.cause : undefined;
    return cause instanceof ApplicationFailure ? (cause.type ?? undefined) : undefined;
  }
};

/** Where it was reset, or started again, a later run goes on. */
const endedOf = async (client: Client, kind: Ended['kind'], workflowId: string): Promise<Ended[]> => {
  const how = await lifeFound(described(client, workflowId));
  if (!isEnd(how) || how === 'removed') return [];
  const failure = how === 'failed' ? await failureOf(client, workflowId) : undefined;
  return [{ workflowId, kind, how, ...(failure !== undefined && { failure }) }];
};

/** Rounds, items and mailboxes that the server has ended, and that nothing has taken up again. */
export const allEnded = async (client: Client): Promise<Ended[]> => {
  const kinds = Object.entries(QUERIES()) as [Ended['kind'], string][];
  const found = await Promise.all(
    kinds.map(async ([kind, query]) =>
      inTurns(await idsOf(client, query), TOGETHER, (id) => endedOf(client, kind, id)),
    ),
  );
  return found.flat(2);
};
