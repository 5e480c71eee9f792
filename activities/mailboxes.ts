import type { Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { fromPayload } from '../base/deflated';
import { unaccounted } from '../domain/ladder/unaccounted';
import { mailboxName } from '../domain/ladder/notice';
import type { Store } from '../store/store';
import { type MailboxInput, mailboxWorkflowId, postSignal, WORKFLOWS } from '../workflows/messages';
import type { ExpectedMail, LightActivities } from '../workflows/contract';
import { receiptsFrom } from '../store/receipts';
import { inEveryLanguage } from './language';

/** Which of the expected notices the receipts in the store do not account for. */
export const withoutReceipt = async (
  store: Store,
  expected: readonly ExpectedMail[],
): Promise<ExpectedMail[]> => {
  const boxes = new Map<string, ExpectedMail[]>();
  for (const mail of expected) boxes.set(mail.mailbox, [...(boxes.get(mail.mailbox) ?? []), mail]);
  const missing = [...boxes].map(async ([mailbox, mails]) => {
    const earliest = mails.map((mail) => mail.slot).reduce((a, b) => (a < b ? a : b));
    const receipts = await receiptsFrom(store, mailbox, earliest);
    return unaccounted(mails, receipts);
  });
  return (await Promise.all(missing)).flat();
};

/** The activities that reach people's mailboxes, which are workflows themselves. */
export const createMailboxActivities = (deps: {
  client: Client;
  taskQueue: string;
  store: Store;
}): Pick<LightActivities, 'postToMailbox' | 'awaitReceipts'> => ({
  async postToMailbox(post) {
    const mailbox = mailboxName(post.to.person, post.clock);
    const input: MailboxInput = { schemaVersion: 1, mailbox, clock: post.clock };
    await deps.client.workflow.signalWithStart(WORKFLOWS.mailbox, {
      workflowId: mailboxWorkflowId(mailbox),
      taskQueue: deps.taskQueue,
      args: [input],
      signal: postSignal,
      signalArgs: [post],
      staticSummary: `信箱 ${mailbox}`,
    });
  },

  async awaitReceipts(expected) {
    const missing = await withoutReceipt(deps.store, fromPayload(expected));
    const [first] = missing;
    if (first)
      throw ApplicationFailure.retryable(
        inEveryLanguage((say) => say.mailPending(missing.length, first)),
        'MailPending',
      );
  },
});
