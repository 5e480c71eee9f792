import type { Sealed } from '../../domain/identity/seal';
import { sealedFor } from '../../testing/seals';
import { undeliverableSignal, postSignal, rowSignal, mailboxWorkflowId } from '../../workflows/messages';
import { itemWorkflowId, roundWorkflowId } from '../../workflows/messages';
import { type Instant } from '../../domain/calendar/zone';
import type { Clock } from '../../domain/calendar/clock';
import { boxOf, caughtIn, dayOfSlot, nameOfMail } from '../support/mails';
import type { CaughtMail } from '../support/smtp';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { at } from '../support/instants';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const address = (person: string) => `${person}@example.org`;

/** Lets the round's time run to an instant, and waits until so many of its mails have been caught. */
const mailsBy = async (round: string, clock: Clock, until: Instant, least: number): Promise<CaughtMail[]> => {
  await world.skipTo(clock, until);
  return poll(`${least} mails of ${round}`, () => {
    const mails = caughtIn(world.smtp.mails, round);
    return mails.length >= least && mails;
  });
};

const START = at('2021-05-06');

test('a recipient refused for good: the item goes on, its log has it, and the office is told once', async () => {
  const { rectify, smtp } = world;
  smtp.refused.add(address('handler-1'));
  const round = 'refused';
  const plan = planOf({ round, items: 2, deadline: '2021-06-30' });
  const { clock, hand } = await world.beginItem(plan, START);
  const mails = await mailsBy(round, clock, at('2021-05-07'), 2);

  expect(mails.map(({ recipient }) => recipient).sort()).toEqual([address('leader'), address('office')]);
  const office = mails.find(({ recipient }) => recipient === address('office'));
  expect(office?.text).toContain(address('handler-1'));
  expect(office?.text).toContain('550');
  const { state, log } = await rectify.item(hand.item);
  expect(state).toMatchObject({ status: 'assigned', undeliverable: true, unreachable: ['handler-1'] });
  expect(log.at(-1)?.event).toMatchObject({
    type: 'mail-undeliverable',
    person: 'handler-1',
    address: address('handler-1'),
    notices: [`${hand.item}/c1#1`],
  });
  expect((await hand.acknowledge()).status).toBe('in-progress');
});

test('a busy mail server is asked again until it takes the mail, which then has arrived once', async () => {
  const { rectify, smtp } = world;
  const round = 'busy';
  smtp.busy = true;
  smtp.attempts = 0;
  const { clock, hands } = await world.begin(planOf({ round, deadline: '2021-06-30' }), START);
  await poll('the item', () => rectify.item(hands().item));
  await world.skipTo(clock, at('2021-05-06', '09:10'));
  await poll('some attempts', () => smtp.attempts >= 4);
  expect(caughtIn(smtp.mails, round)).toEqual([]);

  smtp.busy = false;
  const mails = await mailsBy(round, clock, at('2021-05-06', '10:00'), 2);
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual([address('handler-1'), address('leader')]);
  expect((await rectify.item(hands().item)).state.undeliverable).toBe(false);
});

test('what two items have to say to one person on one day is one mail', async () => {
  const { rectify } = world;
  const round = 'gathered';
  const plan = planOf({ round, items: 2, deadline: '2021-06-30' });
  const { clock, hands } = await world.begin(plan, START);
  await poll('the items', async () => (await rectify.totals(plan.round)).items === 2);
  await poll('the second item', () => rectify.item(hands('1.2').item));
  const mails = await mailsBy(round, clock, at('2021-06-11'), 5);

  const handler = mails.filter(({ recipient }) => recipient === address('handler-1'));
  expect(handler.map((mail) => dayOfSlot(nameOfMail(mail).slot))).toEqual([
    ...['2021-05-06', '2021-05-08', '2021-06-10'],
  ]);
  for (const { text } of handler) {
    expect(text).toContain('第 1 个问题');
    expect(text).toContain('第 2 个问题');
  }
});

const RUBBISH: unknown[] = [null, 'rubbish', 7, {}, [], { schemaVersion: 1 }, { person: 'x' }];

test('rubbish signalled to an item, a mailbox or a round is ignored, even by a worker', async () => {
  const { rectify, env } = world;
  const round = 'rubbish';
  const plan = planOf({ round, deadline: '2021-06-30' });
  const { clock, hands } = await world.begin(plan, START);
  const { item } = hands();
  await mailsBy(round, clock, at('2021-05-07'), 2);
  const before = { item: await rectify.item(item), round: await rectify.ledger(plan.round) };

  const send = (to: string, signal: string, kind: Sealed, bad: unknown) =>
    env.client.workflow.getHandle(to).signal(signal, bad, sealedFor(kind, to, bad));
  for (const bad of RUBBISH) {
    await send(itemWorkflowId(item, 1), undeliverableSignal.name, 'refused-mail', bad);
    await send(mailboxWorkflowId(boxOf('handler-1', clock)), postSignal.name, 'posts', bad);
    await send(roundWorkflowId(plan.round), rowSignal.name, 'rows', bad);
  }

  const mails = await mailsBy(round, clock, at('2021-06-11'), 5);
  expect(mails).toHaveLength(5);
  const after = { item: await rectify.item(item), round: await rectify.ledger(plan.round) };
  expect(after.item.log).toEqual(before.item.log);
  expect(after.round.rows).toEqual(before.round.rows);
});
