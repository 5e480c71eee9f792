import type { Client } from '@temporalio/client';
import { roundIn, WORKFLOWS } from '../../../../../workflows/messages';
import { Rectify } from '../../../../api';
import { workflowIds } from '../../../../api/workflow-ids';

/** So many rounds that have failed are looked at, the newest first. */
const MOST = 50;

/** Older ones have been seen, or nobody missed them. */
const SINCE_DAYS = 7;

/** The rounds of which nothing was started since their opening was refused these days, each with the fault. */
export const refusedOpenings = async (client: Client): Promise<string[]> => {
  const since = new Date(Date.now() - SINCE_DAYS * 86_400_000).toISOString();
  const query = `WorkflowType = '${WORKFLOWS.round}' AND ExecutionStatus = 'Failed' AND CloseTime > '${since}'`;
  const names = new Set<string>();
  for await (const id of workflowIds(client, query, MOST)) {
    names.add(id);
    if (names.size === MOST) break;
  }
  const rectify = new Rectify(client);
  const refused: string[] = [];
  for (const name of names) {
    const round = roundIn(name);
    const refusal = round && (await rectify.refusedOpening(round).catch(() => undefined));
    if (refusal?.type === 'UntrustedOpening') refused.push(`${String(round)} (${refusal.fault})`);
  }
  return refused;
};
