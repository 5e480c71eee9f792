import { getExternalWorkflowHandle, log, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { LightActivities } from '../contract';
import { toPayload } from '../../base/deflated';
import { mailboxName } from '../../domain/ladder/notice';
import { roundOf } from '../../base/ids';
import type { ItemLife } from '../../domain/item/life';
import { type ItemInput, rowSignal, roundWorkflowId } from '../messages';
import { PATIENT, realNow } from '../time';

const { postToMailbox } = proxyActivities<LightActivities>({
  startToCloseTimeout: '20 seconds',
  retry: PATIENT,
  summary: '投递到个人信箱 · post to mailbox',
});

const { archiveItem } = proxyActivities<LightActivities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '1 minute',
  retry: PATIENT,
  summary: '归档 · write and verify the bag',
});

/** Mails are on their way for minutes at most; after an hour the bag names those that are missing. */
const { awaitReceipts } = proxyActivities<LightActivities>({
  startToCloseTimeout: '20 seconds',
  scheduleToCloseTimeout: '1 hour',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 1.5, maximumInterval: '1 minute' },
  summary: '等待邮件回执 · wait for mail receipts',
});

/** Brings the mailboxes and the ledger of the round up to date. */
export const tell = async (life: ItemLife): Promise<void> => {
  const now = life.timeAt(realNow());
  const posts = life.takePosts(now, workflowInfo().workflowId);
  await Promise.all(posts.map((post) => postToMailbox(post)));
  await report(life);
};

/** Sends the round its line of the ledger. A round that has ended no longer takes it. */
const report = async (life: ItemLife): Promise<void> => {
  const row = life.takeRow();
  if (!row) return;
  try {
    await getExternalWorkflowHandle(roundWorkflowId(roundOf(life.state.item))).signal(rowSignal, row);
  } catch (error) {
    log.warn('could not report to the ledger: the round has ended', { error });
  }
};

/** Waits for the receipts of all mails, then has the bag written and verified, and notes it. */
export const archive = async (life: ItemLife, { clock }: ItemInput): Promise<void> => {
  const expected = life.said.map((notice) => ({ ...notice, mailbox: mailboxName(notice.to, clock) }));
  try {
    await awaitReceipts(toPayload(expected));
  } catch (error) {
    log.warn('archiving although some mail receipts are missing', { error });
  }
  const { state, log: entries } = life.remember();
  const at = life.timeAt(realNow());
  const order = { memory: { state, log: entries }, context: life.context, clock, expected, at };
  const result = await archiveItem(toPayload(order));
  life.happen({ type: 'archived', ...result }, life.timeAt(realNow()));
};
