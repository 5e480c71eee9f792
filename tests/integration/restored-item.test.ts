import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyFolder } from '../../archive/verify/bag';
import { type ItemId, numberOf } from '../../base/ids';
import { openFolder } from '../../store/open';
import { itemWorkflowId, roundWorkflowId } from '../../workflows/messages';
import { closeRound, fileDocument, publish, stored } from '../support/closable-round';
import { CommandLine } from '../support/command-line';
import { Hands, roundCommandOf } from '../support/commands';
import { at } from '../support/instants';
import { caughtIn } from '../support/mails';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
const line = new CommandLine(() => world);
beforeAll(async () => {
  world = await RealWorld.create();
  await world.startWorker();
});
afterAll(() => world.close());

const restore = (item: ItemId, ...more: string[]) =>
  line.run(
    ['restore', item, '--reason', '误终止', '--as', 'office', '--yes', '--lang', 'en', '--json', ...more],
    {},
  );

const lostIn = async (round: string): Promise<unknown[]> =>
  ((await line.json(['list', '--round', round])) as { lost: unknown[] }).lost;

const verified = async (name: string) => {
  const folder = path.join(fileURLToPath(world.storeUrl), 'bags', name);
  return verifyFolder(await openFolder(folder), folder);
};

/** A round whose only item is at work with a file as evidence, and its handler's hands in its second life. */
const begun = async (round: string) => {
  const plan = planOf({ round, deadline: '2021-08-30' });
  const hand = (await world.begin(plan, world.clockFrom(at('2021-05-06'), 2000, round)))();
  const { item } = hand;
  await poll('the item', () => world.rectify.item(item));
  await hand.acknowledge();
  await hand.handIn('核对记录');
  await poll(
    'the row',
    async () => (await world.rectify.ledger(round as typeof plan.round)).rows[0]?.evidence,
  );
  const second = new Hands(world.rectify, world.storeUrl, item, 'handler-1', undefined, 2);
  return { round: plan.round, item, hand, second };
};

test('an item that was terminated is restored once, told to its people, and goes to a bag that is valid with that of its round', async () => {
  const { round, item, second } = await begun('restored');
  const refused = await restore(item);
  expect(refused).toMatchObject({ out: expect.stringContaining('"NotLost"') as string });
  const late = await restore(item, '--deadline', '2029-12-31');
  expect(late).toMatchObject({ out: expect.stringContaining('"DeadlineTooLate"') as string });
  expect((await world.rectify.ledger(round)).rows).toMatchObject([{ cycle: 1 }]);

  await world.client.workflow.getHandle(itemWorkflowId(item, 1)).terminate('by mistake');
  await poll('the end to be known', async () => (await lostIn(round)).length > 0);
  const command = () =>
    roundCommandOf('office', round, 'restore', { item: numberOf(item), cycle: 1, reason: '误终止' });
  const [one, other] = [command(), command()];
  const answers = await Promise.allSettled([one, other, one].map((each) => world.rectify.commandRound(each)));
  const won = answers[0]?.status === 'fulfilled' ? [0, 2] : [1];
  for (const [index, answer] of answers.entries())
    expect(answer).toMatchObject(
      won.includes(index)
        ? { status: 'fulfilled', value: { type: 'restore', items: ['1.1'] } }
        : { status: 'rejected', reason: { refusal: { type: 'WrongItem' } } },
    );
  const log = await world.rectify.roundLog(round);
  expect(log.filter(({ event }) => event.type === 'item-restored')).toHaveLength(1);

  await poll('the new life', () => world.rectify.item(item, 2));
  expect(await lostIn(round)).toEqual([]);
  const shown = (await line.json(['show', item])) as { lost: object; cycle: number };
  expect(shown).toMatchObject({ cycle: 2, lost: { cycle: 1, ended: 'terminated', status: 'in-progress' } });
  const mail = await poll('the mail', () =>
    caughtIn(world.smtp.mails, round).find(
      ({ recipient, text }) => recipient.startsWith('handler-1@') && text?.includes('恢复办理'),
    ),
  );
  expect(mail.text).toContain('将原文件重新提交即可');

  // The very same file.
  await second.work('核对记录');
  await second.approve();
  await second.accept();
  await poll('its bag', async () => (await world.rectify.ledger(round)).rows[0]?.archive);
  await fileDocument(world, round, await stored(world, '反馈意见', 1));
  await publish(world, round, await stored(world, '通报', 1));
  await closeRound(world, round);
  await world.client.workflow.getHandle(roundWorkflowId(round)).result();
  expect(await verified('restored/1.1-cycle-2')).toMatchObject({ valid: true, faults: [] });
  expect(await verified('restored/round')).toMatchObject({ valid: true, faults: [] });
}, 240_000);

test('an item that the server no longer has is missed, and restored', async () => {
  const { round, item, hand, second } = await begun('gone');
  const workflowId = itemWorkflowId(item, 1);
  await world.client.workflow.getHandle(workflowId).terminate('by mistake');
  await world.client.workflowService.deleteWorkflowExecution({
    namespace: world.server.namespace,
    workflowExecution: { workflowId },
  });
  const lost = await poll('the end to be known', async () => {
    const all = await lostIn(round);
    return JSON.stringify(all).includes('removed') && all;
  });
  expect(lost).toMatchObject([{ item, cycle: 1, ended: 'removed' }]);
  const done = await restore(item);
  expect(done.code).toBe(0);
  expect(JSON.parse(done.out)).toMatchObject({ decided: true, type: 'restore', items: ['1.1'] });
  await poll('the new life', () => world.rectify.item(item, 2));
  await second.acknowledge();
  await expect(hand.acknowledge()).rejects.toThrow();
}, 120_000);
