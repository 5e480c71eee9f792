import { log } from '@temporalio/activity';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { fromPayload } from '../base/deflated';
import { unaccounted } from '../domain/ladder/unaccounted';
import { roundOf } from '../base/ids';
import { type MailboxPost, mailboxName } from '../domain/ladder/notice';
import type { LedgerRow } from '../domain/round/row';
import type { Store } from '../store/store';
import {
  type MailboxInput,
  mailboxWorkflowId,
  postSignal,
  roundWorkflowId,
  rowSignal,
  WORKFLOWS,
} from '../workflows/messages';
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
}): Pick<LightActivities, 'tell' | 'postToMailbox' | 'awaitReceipts'> => {
  const postToMailbox = async (post: MailboxPost): Promise<void> => {
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
  };

  /** A round that has ended no longer takes a row. */
  const report = async (row: LedgerRow): Promise<void> => {
    try {
      await deps.client.workflow.getHandle(roundWorkflowId(roundOf(row.item))).signal(rowSignal, row);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      log.warn('could not report to the ledger: the round has ended', { error });
    }
  };

  return {
    async tell(news) {
      const { posts, row } = fromPayload(news);
      await Promise.all([...posts.map(postToMailbox), ...(row ? [report(row)] : [])]);
    },

    postToMailbox,

    async awaitReceipts(expected) {
      const missing = await withoutReceipt(deps.store, fromPayload(expected));
      const [first] = missing;
      if (first)
        throw ApplicationFailure.retryable(
          inEveryLanguage((say) => say.mailPending(missing.length, first)),
          'MailPending',
        );
    },
  };
};
