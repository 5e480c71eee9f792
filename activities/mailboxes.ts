import { log } from '@temporalio/activity';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { fromPayload, toPayload } from '../base/deflated';
import { grouped } from '../base/grouped';
import { unaccounted } from '../domain/ladder/unaccounted';
import { roundOf } from '../base/ids';
import { mailboxOf, type Post } from '../domain/ladder/notice';
import type { LedgerRow } from '../domain/round/row';
import type { Store } from '../store/store';
import {
  type MailboxInput,
  mailboxWorkflowId,
  postsSignal,
  roundCommandSignal,
  roundWorkflowId,
  rowsSignal,
  WORKFLOWS,
} from '../workflows/messages';
import type { ExpectedMail, LightActivities, PassingOn } from '../workflows/contract';
import { gathering } from './gathering';
import { sealFor, type SealTerms } from './seals';
import { inEveryLanguage } from './language';
import { takeOver } from './take-over';
import { Receipts } from './receipts/receipts';

/** Which of the expected notices the receipts in the store do not account for. */
export const withoutReceipt = async (
  receipts: Receipts,
  expected: readonly ExpectedMail[],
): Promise<ExpectedMail[]> => {
  const missing = [...grouped(expected, ({ mailbox }) => mailbox)].map(async ([mailbox, mails]) => {
    const earliest = mails.map((mail) => mail.slot).reduce((a, b) => (a < b ? a : b));
    const found = await receipts.from(mailbox, earliest);
    return unaccounted(
      mails,
      found.map(({ receipt }) => receipt),
    );
  });
  return (await Promise.all(missing)).flat();
};

/** The activities that reach people's mailboxes, which are workflows themselves. */
export const createMailboxActivities = (
  deps: SealTerms & {
    client: Client;
    taskQueue: string;
    store: Store;
    /** For how long what is bound for the same mailbox or round is gathered. */
    gatherMs: number;
  },
): Pick<LightActivities, 'tell' | 'passOn' | 'postToMailbox' | 'awaitReceipts'> => {
  const receipts = new Receipts(deps.store, deps);

  const postTo = async (mailbox: string, posts: Post[]): Promise<void> => {
    const [first] = posts;
    if (!first) return;
    const input: MailboxInput = { schemaVersion: 3, mailbox, clock: first.clock };
    const workflowId = mailboxWorkflowId(mailbox);
    const message = toPayload(posts);
    await deps.client.workflow.signalWithStart(WORKFLOWS.mailbox, {
      workflowId,
      taskQueue: deps.taskQueue,
      args: [input],
      signal: postsSignal,
      signalArgs: [message, sealFor(deps.seals, 'posts', workflowId, message)],
      staticSummary: `信箱 ${mailbox}`,
    });
  };

  /** A round that has ended no longer takes rows. */
  const reportTo = async (round: string, rows: LedgerRow[]): Promise<void> => {
    const message = toPayload(rows);
    try {
      const seal = sealFor(deps.seals, 'rows', round, message);
      await deps.client.workflow.getHandle(round).signal(rowsSignal, message, seal);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      log.warn('could not report to the ledger: the round has ended', { round, rows: rows.length });
    }
  };

  const passOnTo = async (item: string, submission: PassingOn['submission']): Promise<void> => {
    try {
      const seal = sealFor(deps.seals, 'round-command', item, submission);
      await deps.client.workflow.getHandle(item).signal(roundCommandSignal, submission, seal);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      log.warn('could not pass on a command: the item has ended', { item });
    }
  };

  const postToMailbox = gathering(({ to, clock }: Post) => mailboxOf(to, clock), postTo, deps.gatherMs);
  const report = gathering(({ item }) => roundWorkflowId(roundOf(item)), reportTo, deps.gatherMs);

  return {
    async tell(news) {
      const { posts, row, evidence = [] } = fromPayload(news);
      await Promise.all([...posts.map(postToMailbox), ...(row ? [report(row)] : [])]);
      await takeOver(deps.store, evidence);
    },

    postToMailbox,

    async passOn({ submission, to }) {
      await Promise.all(to.map((item) => passOnTo(item, submission)));
    },

    async awaitReceipts(expected) {
      const missing = await withoutReceipt(receipts, fromPayload(expected));
      const [first] = missing;
      if (first)
        throw ApplicationFailure.retryable(
          inEveryLanguage((say) => say.mailPending(missing.length, first)),
          'MailPending',
        );
    },
  };
};
