import { log } from '@temporalio/activity';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { fromPayload } from '../base/deflated';
import { grouped } from '../base/grouped';
import { unaccounted } from '../domain/ladder/unaccounted';
import { roundOf } from '../base/ids';
import { mailboxOf, type Post } from '../domain/ladder/notice';
import type { LedgerRow } from '../domain/round/row';
import type { Store } from '../store/store';
import { roundCommandSignal, roundWorkflowId } from '../workflows/messages';
import type { ExpectedMail, LightActivities, PassingOn } from '../workflows/contract';
import { gathering } from './gathering';
import { postTo, reportTo } from './hand-over';
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

  const passOnTo = async (item: string, submission: PassingOn['submission']): Promise<void> => {
    try {
      const seal = sealFor(deps.seals, 'round-command', item, submission);
      await deps.client.workflow.getHandle(item).signal(roundCommandSignal, submission, seal);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      log.warn('could not pass on a command: the item has ended', { item });
    }
  };

  const postToMailbox = gathering(({ to, clock }: Post) => mailboxOf(to, clock), postTo(deps), deps.gatherMs);
  const report = gathering(
    ({ item }: LedgerRow) => roundWorkflowId(roundOf(item)),
    reportTo(deps),
    deps.gatherMs,
  );

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
