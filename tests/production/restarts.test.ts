import { itemId, type ItemNumber, type RoundId } from '../../base/ids';
import type { WorkerProcess } from '../../client/local/worker-process';
import { commandOf, type Hands } from '../support/commands';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { caughtIn } from '../support/mails';
import { expectNothingTwice } from '../support/nothing-twice';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { type ProductionSet, startProductionSet } from '../support/production/set';
import { RealWorld } from '../support/real-world';

const ROUND = 'restarts' as RoundId;

let set: ProductionSet;
let world: RealWorld;
let worker: WorkerProcess;

type Restart = { name: string; kill: () => Promise<void>; start: () => Promise<void>; mailsOnce: boolean };

const POSTGRES: Restart = {
  name: 'PostgreSQL',
  kill: () => set.postgres.kill(),
  start: () => set.postgres.start(),
  mailsOnce: true,
};
const TEMPORAL: Restart = {
  name: 'Temporal',
  kill: () => set.temporal.kill(),
  start: () => set.temporal.start(),
  mailsOnce: true,
};
/** One that dies between a mail and its receipt sends the mail again. */
const WORKER: Restart = {
  name: 'the worker',
  kill: () => world.kill(worker),
  start: async () => {
    worker = await world.startWorker();
  },
  mailsOnce: false,
};
/** Nobody is left who remembers what PostgreSQL has not written. */
const ALL: Restart = {
  name: 'all at once',
  kill: async () => {
    await Promise.all([POSTGRES, TEMPORAL, WORKER].map(({ kill }) => kill()));
  },
  start: async () => {
    for (const { start } of [POSTGRES, TEMPORAL, WORKER]) await start();
  },
  mailsOnce: false,
};
const PARTS = [POSTGRES, TEMPORAL, WORKER, ALL];

/** An item for each part, and one that goes through it all. */
const ITEMS = Array.from({ length: PARTS.length + 1 }, (_, no) => itemId(ROUND, `1.${no + 1}` as ItemNumber));

const logsOfAll = () => Promise.all(ITEMS.map(async (item) => (await world.rectify.item(item)).log));

let handOn: (item: number) => Hands;
beforeAll(async () => {
  set = await startProductionSet(() => undefined);
  world = await RealWorld.create({ server: set });
  worker = await world.startWorker();
  const plan = planOf({ round: ROUND, items: ITEMS.length, deadline: '2021-06-30' });
  const hand = await world.begin(plan, world.clockFrom(at('2021-05-06'), 1, ROUND));
  handOn = (item) => hand(`1.${item + 1}`);
  await poll('the items', logsOfAll);
  await handOn(PARTS.length).work();
});
afterAll(() => world.close());

/** All that the items knew they still know, and nobody has been told anything twice. */
const expectKept = async (before: Awaited<ReturnType<typeof logsOfAll>>): Promise<void> => {
  const now = await logsOfAll();
  before.forEach((log, no) => {
    expect(now[no]?.slice(0, log.length)).toEqual(log);
  });
  await expectNothingTwice(world, ROUND);
};

test.each(PARTS.map((part, no) => ({ ...part, no })))(
  '$name, killed and started again, goes on where it was, and a command given meanwhile counts once',
  async ({ no, kill, start, mailsOnce }) => {
    const { rectify } = world;
    const hand = handOn(no);
    await hand.work();
    await hand.approve();
    const { evidenceHash } = await rectify.item(hand.item);
    const before = await logsOfAll();

    await kill();
    const acceptance = commandOf('acceptor', hand.item, 'accept', { evidence: evidenceHash });
    const given = rectify.command(acceptance).catch(() => undefined);
    await start();
    const answer = await poll('an answer to the acceptance', () => rectify.command(acceptance));
    expect([undefined, answer]).toContainEqual(await given);
    await expectKept(before);

    const { log } = await untilStatus(rectify, hand.item, 'archived');
    expect(log.filter(({ event }) => event.type === 'accepted')).toHaveLength(1);
    expect(log.at(-1)?.event).toMatchObject({ type: 'archived', missingMails: 0 });
    await expectNothingTwice(world, ROUND);
    const mails = caughtIn(world.smtp.mails, ROUND).map((mail) => `${mail.messageId} ${mail.recipient}`);
    if (mailsOnce) expect(mails).toEqual([...new Set(mails)]);
  },
);

test('an item begun before all this comes to its end after it', async () => {
  const hand = handOn(PARTS.length);
  await hand.approve();
  await hand.accept();
  const { log } = await untilStatus(world.rectify, hand.item, 'archived');
  expect(log.at(-1)?.event).toMatchObject({ type: 'archived', missingMails: 0 });
  expect((await world.rectify.totals(ROUND)).items).toBe(ITEMS.length);
  await expectNothingTwice(world, ROUND);
});
