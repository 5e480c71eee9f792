import { PersonId } from '../../../base/ids';
import type { CivilDate } from '../../../domain/calendar/civil';
import { itemWorkflowId, mailboxWorkflowId } from '../../../workflows/messages';
import { at } from '../../support/instants';
import { boxOf } from '../../support/mails';
import { planOf } from '../../support/plans';
import { poll } from '../../support/poll';
import type { Scene } from './scene';

const ROUND = 'handed-over';
/** A month in a minute and a half. */
const RATE = 30_000;
/** How long three weeks take at most, in seconds. */
const PATIENCE = 120;

/**
 * An item whose evidence was withdrawn, that went to another handler, was given more time, fell overdue, was urged,
 * returned, done again and archived; and the mailbox of its second handler.
 */
export const handedOver: Scene = async (world) => {
  const { rectify } = world;
  const plan = planOf({ round: ROUND, handlers: 2, deadline: '2021-05-20' });
  const clock = world.clockFrom(at('2021-05-06'), RATE, ROUND);
  const handsOf = await world.begin(plan, clock);
  const first = handsOf();
  await poll('the item', () => rectify.item(first.item));
  await first.acknowledge();
  await first.handIn('清单初稿');
  await first.tell('handler-1', 'withdraw-evidence', { evidence: 1, reason: '传错文件，非本事项材料' });
  const to = PersonId.parse('handler-2');
  const people = plan.roster.people.filter(({ id }) => id === to);
  await first.tell('office', 'reassign', { side: 'handler', to, people, note: '岗位调整' });

  const second = handsOf('1.1', 'handler-2');
  const newDeadline = '2021-05-25' as CivilDate;
  const asked = { newDeadline, reason: '接手后需重新核对', progress: '已完成一半' };
  await second.tell('handler-2', 'request-extension', asked);
  await second.tell('leader', 'grant-extension', { newDeadline, opinion: '同意' });
  await poll('a rung', async () => (await rectify.item(first.item)).level === 'overdue', PATIENCE);
  await second.tell('office', 'urge', { text: '请于两日内提交' });
  await second.handIn('台账');
  await second.tell('handler-2', 'complete-measure', { measure: 1, result: '已核对完毕' });
  await second.tell('handler-2', 'request-closure', { summary: '措施均已完成，申请销号' });
  await second.giveBack('leader', '2021-06-10');
  await second.handIn('签字记录原件');
  await second.tell('handler-2', 'request-closure', { summary: '已补齐签字记录，申请销号' });
  await second.approve();
  await second.accept();
  const item = itemWorkflowId(first.item, 1);
  await world.client.workflow.getHandle(item).result();
  return {
    item,
    mailbox: mailboxWorkflowId(boxOf('handler-2', clock)),
  };
};
