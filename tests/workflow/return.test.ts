import { untilStatus } from '../support/life';
import { caughtIn, boxOf, dayOfSlot, nameOfMail } from '../support/mails';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { at } from '../support/instants';
import { VirtualWorld } from '../support/virtual-world';
import { civilOf } from '../../domain/calendar/zone';
import { fromPayload } from '../../base/deflated';
import type { Reminder } from '../../domain/ladder/notice';
import { remindersOf } from '../../domain/ladder/plan';
import { itemWorkflowId, mailboxQuery, mailboxWorkflowId } from '../../workflows/messages';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

test('a return by the leader plans the ladder again at once, and later mails follow the new date', async () => {
  const { rectify, smtp, env } = world;
  const round = 'returned';
  const { clock, hand } = await world.beginItem(planOf({ round, deadline: '2021-06-30' }), at('2021-05-06'));
  await world.skipTo(clock, at('2021-05-10'));
  await hand.work();
  const box = env.client.workflow.getHandle(mailboxWorkflowId(boxOf('handler-1', clock)));
  const listed = async (): Promise<Reminder[]> =>
    fromPayload(await box.query(mailboxQuery)).items[itemWorkflowId(hand.item, 1)]?.list ?? [];
  await poll('the empty list of an item in review', async () => (await listed()).length === 0);

  await hand.giveBack('leader', '2021-07-20');
  const view = await rectify.item(hand.item);
  expect(view.state).toMatchObject({
    status: 'returned',
    deadline: '2021-07-20',
    originalDeadline: '2021-06-30',
    reviewRound: 2,
  });
  const planned = remindersOf(view.state, view.context, view.now, view.now)
    .filter(({ to }) => to === 'handler-1')
    .map(({ to, ...reminder }) => reminder);
  const list = await poll('the new list', async () => {
    const now = await listed();
    return now.length > 0 && now;
  });
  expect(list).toEqual(planned);
  const first = list.filter(({ rung }) => rung === 'reminder').map(({ slot }) => civilOf(slot));
  expect(first).toEqual(['2021-06-30']);

  const before = caughtIn(smtp.mails, round).length;
  await world.skipTo(clock, at('2021-07-21', '12:00'));
  const mails = await poll('the mail of the first day overdue', () => {
    const later = caughtIn(smtp.mails, round).slice(before);
    return later.some((mail) => mail.recipient === 'head@example.org') && later;
  });
  const days = mails.filter((mail) => mail.recipient === 'handler-1@example.org');
  expect(days.map((mail) => dayOfSlot(nameOfMail(mail).slot))).toEqual([
    '2021-05-10',
    '2021-06-30',
    '2021-07-09',
    ...['2021-07-15', '2021-07-16', '2021-07-19', '2021-07-20'],
    '2021-07-21',
  ]);
});

test('evidence after the approval voids it: the leader looks again, and the acceptor cannot accept', async () => {
  const { rectify } = world;
  const { clock, hand } = await world.beginItem(
    planOf({ round: 'voided', deadline: '2021-06-30' }),
    at('2021-05-06'),
  );
  await world.skipTo(clock, at('2021-05-10'));
  await hand.work('一');
  await hand.approve();
  expect((await rectify.item(hand.item)).state).toMatchObject({
    status: 'acceptance',
    approval: { by: 'leader' },
  });

  await hand.handIn('二');
  const { state, log } = await rectify.item(hand.item);
  expect(state.status).toBe('leader-review');
  expect(state.approval).toBeUndefined();
  expect(log.slice(-2).map(({ event }) => event.type)).toEqual(['evidence-added', 'approval-voided']);
  await expect(hand.accept()).rejects.toMatchObject({
    refusal: { type: 'WrongState', status: 'leader-review' },
  });

  await hand.approve();
  await hand.accept();
  await world.skipTo(clock, at('2021-05-11'));
  await untilStatus(rectify, hand.item, 'archived');
});
