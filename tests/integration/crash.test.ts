import type { RoundId } from '../../base/ids';
import { mailboxWorkflowId } from '../../workflows/messages';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { boxOf, caughtIn } from '../support/mails';
import { expectNothingTwice } from '../support/nothing-twice';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

test('a worker killed between two steps: the next one goes on, nothing is lost and nothing said twice', async () => {
  const { rectify } = world;
  const round = 'killed';
  const killed = await world.startWorker();
  const clock = world.clockFrom(at('2021-05-06'), 20, round);
  const hand = (await world.begin(planOf({ round, deadline: '2021-06-30' }), clock))();
  await poll('the item', () => rectify.item(hand.item));
  await hand.acknowledge();
  const before = await rectify.item(hand.item);
  await world.kill(killed);

  const next = await world.startWorker();
  expect((await rectify.item(hand.item)).log.slice(0, before.log.length)).toEqual(before.log);
  await hand.handIn('证据');
  await hand.tell('handler-1', 'complete-measure', { measure: 1, result: '已核对完毕' });
  await hand.tell('handler-1', 'request-closure', { summary: '措施均已完成,申请销号' });
  await hand.approve();
  await hand.accept();
  const { log } = await untilStatus(rectify, hand.item, 'archived');
  expect(log.at(-1)?.event).toMatchObject({ type: 'archived', missingMails: 0 });
  await expectNothingTwice(world, round);
  await next.stop();
});

test('a worker killed while the mail server has a mail unanswered: at most a copy more, of the same name', async () => {
  const { rectify, smtp } = world;
  const round = 'amid-mail';
  const release = smtp.stall();
  const killed = await world.startWorker();
  const clock = world.clockFrom(at('2021-05-06'), 20, round);
  const hand = (await world.begin(planOf({ round, deadline: '2021-06-30' }), clock))();
  await poll('a mail on the wire', () => caughtIn(smtp.mails, round).length > 0);
  await world.kill(killed);
  expect(await world.receipts(round)).toEqual([]);
  release();

  const next = await world.startWorker();
  await poll('both receipts', async () => (await world.receipts(round)).length === 2, 200);
  const copies = caughtIn(smtp.mails, round);
  expect(copies.length).toBeLessThanOrEqual(4);
  await expectNothingTwice(world, round);
  expect((await rectify.item(hand.item)).state.status).toBe('assigned');
  await next.stop();
}, 240_000);

test('mails wait for a mail server that is down, and none is lost', async () => {
  const { smtp, rectify } = world;
  const round = 'smtp-down';
  await smtp.stop();
  const worker = await world.startWorker();
  const clock = world.clockFrom(at('2021-05-06'), 1, round);
  const plan = planOf({ round, items: 6, handlers: 3, deadline: '2021-06-30' });
  await world.begin(plan, clock);
  await poll('the items', async () => (await rectify.totals(round as RoundId)).items === 6);
  const box = world.client.workflow.getHandle(mailboxWorkflowId(boxOf('handler-1', clock)));
  await poll('a failed attempt', async () => {
    const { raw } = await box.describe();
    return raw.pendingActivities?.some(({ attempt }) => (attempt ?? 0) > 1);
  });
  expect(await world.receipts(round)).toEqual([]);

  await smtp.start();
  await poll('all receipts', async () => (await world.receipts(round)).length >= 4);
  const told = caughtIn(smtp.mails, round).map(({ recipient }) => recipient);
  expect(told.sort()).toEqual(
    ['handler-1', 'handler-2', 'handler-3', 'leader'].map((person) => `${person}@example.org`),
  );
  await expectNothingTwice(world, round);
  await worker.stop();
});

test('a slow mail server and workers that are killed: at most one copy more for each mail that was on the wire at a kill, and all copies are the same', async () => {
  const { smtp } = world;
  const round = 'slow-mail';
  const CONNECTIONS = 2;
  const PEOPLE = 6;
  const release = smtp.stall();
  const open: string[][] = [];
  const clock = world.clockFrom(at('2021-05-06'), 1, round);
  const plan = planOf({ round, items: PEOPLE - 1, handlers: PEOPLE - 1, deadline: '2021-06-30' });
  for (const isFirst of [true, false]) {
    const worker = await world.startWorker({ SMTP_CONNECTIONS: String(CONNECTIONS) });
    if (isFirst) await world.begin(plan, clock);
    const before = caughtIn(smtp.mails, round).length;
    await poll('mails on the wire', () => caughtIn(smtp.mails, round).length === before + CONNECTIONS, 120);
    await world.kill(worker);
    const ids = smtp.mails.filter(({ messageId }) => messageId?.includes(`.${round}@`)).slice(before);
    open.push(ids.map(({ messageId }) => messageId ?? ''));
  }
  release();

  const worker = await world.startWorker();
  await poll('all receipts', async () => (await world.receipts(round)).length === PEOPLE, 120);
  const mails = caughtIn(smtp.mails, round);
  const copies = (id: string) => mails.filter(({ messageId }) => messageId === id);
  for (const id of new Set(mails.map(({ messageId }) => messageId ?? ''))) {
    const wasOpen = open.filter((ids) => ids.includes(id)).length;
    expect(copies(id).length).toBeLessThanOrEqual(1 + wasOpen);
    const texts = copies(id).map(({ date, text, html }) => JSON.stringify([date, text, html]));
    expect(new Set(texts).size).toBe(1);
  }
  expect(mails.length).toBeGreaterThan(PEOPLE);
  expect(mails.length).toBeLessThanOrEqual(PEOPLE + open.flat().length);
  await expectNothingTwice(world, round);
  await worker.stop();
}, 300_000);
