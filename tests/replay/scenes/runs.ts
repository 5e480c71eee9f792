import { setTimeout as sleep } from 'node:timers/promises';
import { itemWorkflowId, mailboxWorkflowId, roundWorkflowId } from '../../../workflows/messages';
import { fileDocument, stored } from '../../support/closable-round';
import { at } from '../../support/instants';
import { boxOf } from '../../support/mails';
import { planOf } from '../../support/plans';
import { poll } from '../../support/poll';
import type { Scene } from './scene';

const ROUND = 'runs';
/** A month in a minute. */
const RATE = 40_000;
/** Remarks, each of which is told by a mail of its own. */
const REMARKS = 4;
/** Longer than the second of quiet that a run waits for before it ends, in milliseconds. */
const QUIET = 1500;

/** The server suggests a new run much sooner than usual: a run of thousands of events would be a large recording. */
export const SHORT_RUNS = { 'limit.historyCount.suggestContinueAsNew': '40' };

/** An item, the mailbox of its handler and its round, each of which goes on in new runs, the item up to the archive. */
export const runs: Scene = async (world) => {
  const { rectify } = world;
  const plan = planOf({ round: ROUND, deadline: '2021-07-06' });
  const clock = world.clockFrom(at('2021-05-06'), RATE, ROUND);
  const hand = (await world.begin(plan, clock))();
  await poll('the item', () => rectify.item(hand.item));
  await hand.acknowledge();
  for (let no = 1; no <= REMARKS; no += 1) {
    await hand.tell('office', 'comment', { text: `第 ${no} 条意见` });
    await hand.tell('handler-1', 'report-progress', { text: `第 ${no} 条意见已落实` });
    await sleep(QUIET);
  }
  await hand.handIn('证据');
  await hand.tell('handler-1', 'complete-measure', { measure: 1, result: '已核对完毕' });
  await hand.tell('handler-1', 'request-closure', { summary: '措施均已完成，申请销号' });
  await hand.approve();
  await hand.accept();
  const item = itemWorkflowId(hand.item, 1);
  await world.client.workflow.getHandle(item).result();
  for (const [index, title] of ['会议纪要', '整改报告'].entries())
    await fileDocument(world, plan.round, await stored(world, title, 1 + index));
  return {
    item,
    mailbox: mailboxWorkflowId(boxOf('handler-1', clock)),
    round: roundWorkflowId(plan.round),
  };
};
