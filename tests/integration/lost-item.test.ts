import type { ItemNumber } from '../../base/ids';
import { itemWorkflowId } from '../../workflows/messages';
import { CommandLine } from '../support/command-line';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';
import { resetWorkflow } from '../support/reset-workflow';

let world: RealWorld;
const line = new CommandLine(() => world);
beforeAll(async () => {
  world = await RealWorld.create();
  await world.startWorker();
});
afterAll(() => world.close());

test('an item that was ended on the server is missed by list and doctor, and goes on once it is reset as they say', async () => {
  const { client } = world;
  const round = 'lost';
  const hand = (
    await world.begin(planOf({ round, items: 2 }), world.clockFrom(at('2021-05-06'), 1, round))
  )();
  await poll('the item', () => world.rectify.item(hand.item));
  await hand.acknowledge();
  const workflowId = itemWorkflowId(hand.item, 1);
  await client.workflow.getHandle(workflowId).terminate('by mistake');

  const lost = await poll('the end to be known', async () => {
    const { lost: all } = (await line.json(['list', '--round', round])) as { lost: object[] };
    return all.length > 0 && all;
  });
  expect(lost).toEqual([{ item: hand.item, number: '1.1' as ItemNumber, cycle: 1, ended: 'terminated' }]);
  const listed = await line.run(['list', '--round', round, '--lang', 'en']);
  expect(listed.err).toContain('Item 1.1: its workflow was ended on the server.');
  const doctor = await line.run(['doctor', '--lang', 'en']);
  expect(doctor.code).toBe(1);
  const { event } = /\(terminated, --event-id (?<event>\d+)\)/.exec(doctor.out)?.groups ?? {};
  expect(doctor.out).toContain(`${workflowId} (terminated`);

  await resetWorkflow(world, workflowId, event);
  await poll(
    'the item to be at work again',
    async () => (await hand.tell('office', 'comment', { text: '在' })).entries.length > 0,
  );
  const { log } = await world.rectify.item(hand.item);
  expect(log.map(({ event }) => event.type)).toEqual(['assigned', 'acknowledged', 'commented']);
  await poll('the list to know', async () => {
    const { lost: all } = (await line.json(['list', '--round', round])) as { lost: object[] };
    return all.length === 0;
  });
});
