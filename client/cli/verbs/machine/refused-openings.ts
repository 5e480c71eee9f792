import type { Client } from '@temporalio/client';
import { roundIn, WORKFLOWS } from '../../../../workflows/messages';
import { Rectify } from '../../../api';

/** So many rounds that have failed are looked at, the newest first. */
const MOST = 50;

/** The rounds of which nothing was started since their opening was refused, each with the fault; `–` where there are none. */
export const findRefusedOpenings = async (client: Client): Promise<string> => {
  const query = `WorkflowType = '${WORKFLOWS.round}' AND ExecutionStatus = 'Failed'`;
  const names = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query, pageSize: MOST })) {
    names.add(workflowId);
    if (names.size === MOST) break;
  }
  const rectify = new Rectify(client);
  const refused: string[] = [];
  for (const name of names) {
    const round = roundIn(name);
    const refusal = round && (await rectify.refusedOpening(round).catch(() => undefined));
    if (refusal?.type === 'UntrustedOpening') refused.push(`${String(round)} (${refusal.fault})`);
  }
  return refused.length === 0 ? '–' : refused.join(', ');
};
