import type { Client } from '@temporalio/client';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow';
import { MailWaiting } from '../../store/held-mails';
import { described } from '../../workflows/described';
import { ON_HOLD, WORKFLOWS } from '../../workflows/messages';
import { workflowIds } from './workflow-ids';

/** So many mailboxes are looked at together. */
const TOGETHER = 20;

/** Which mail of a mailbox is on hold: its last attempt has said so. */
const waitingIn = async (client: Client, workflowId: string): Promise<MailWaiting[]> => {
  const { raw } = await described(client, workflowId);
  const failures = (raw.pendingActivities ?? []).map(
    ({ lastFailure }) => lastFailure?.applicationFailureInfo,
  );
  const details = failures.find((info) => info?.type === ON_HOLD)?.details?.payloads;
  const [said] = await decodeArrayFromPayloads(client.options.loadedDataConverter, details);
  const { data } = MailWaiting.safeParse(said);
  return data ? [data] : [];
};

/** The mails that are on hold in a namespace now, in the order in which they would go out. */
export const mailsOnHold = async (client: Client): Promise<MailWaiting[]> => {
  const query = `WorkflowType = '${WORKFLOWS.mailbox}' AND ExecutionStatus = 'Running'`;
  const ids: string[] = [];
  for await (const id of workflowIds(client, query)) ids.push(id);
  const waiting: MailWaiting[] = [];
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const some = ids.slice(from, from + TOGETHER).map((id) => waitingIn(client, id));
    waiting.push(...(await Promise.all(some)).flat());
  }
  return waiting.sort((a, b) => a.slot - b.slot || (a.mailbox < b.mailbox ? -1 : 1));
};
