import { log, proxyActivities } from '@temporalio/workflow';
import type { LightActivities } from '../contract';
import { packed } from '../../base/deflated';
import { mailboxName } from '../../domain/ladder/notice';
import type { ItemLife } from '../../domain/item/life';
import type { ItemStarted } from '../started';
import { PATIENT, realNow } from '../time';

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

/** Waits for the receipts of all mails, then has the bag written and verified, and notes it. */
export const archive = async (life: ItemLife, { clock }: ItemStarted): Promise<void> => {
  const expected = life.saidBy(life.timeAt(realNow())).map((notice) => ({
    ...notice,
    mailbox: mailboxName({ person: notice.to, body: life.context.round.bodyId }, clock),
    // A confirmation goes with any mail before the one of its slot.
    slot: notice.confirms ? life.state.assignedAt : notice.slot,
  }));
  try {
    await awaitReceipts(packed(expected));
  } catch (error) {
    log.warn('archiving although some mail receipts are missing', { error });
  }
  const { state, log: entries } = life.remember();
  const at = life.timeAt(realNow());
  const order = { memory: { state, log: entries }, context: life.context, clock, expected, at };
  const result = await archiveItem(packed(order));
  life.archived(result, entries.length, life.timeAt(realNow()));
};
