import { RoundExists } from '../../client/api';
import { at } from '../support/instants';
import { calendar2021, planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';
import { roundWorkflowId } from '../../workflows/messages';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
  await world.startWorker();
});
afterAll(() => world.close());

const count = async (round: string): Promise<number> =>
  (await world.client.workflow.count(`RectRound = '${round}'`)).count;

test('the same plan imported again starts nothing, and another one under its id is refused', async () => {
  const { rectify, client } = world;
  const plan = planOf({ round: 'again', items: 3, deadline: '2021-06-30' });
  const clock = world.clockFrom(at('2021-05-06'), 20, 'again');
  expect(await rectify.importPlan(plan, calendar2021, clock)).toEqual({
    round: 'again',
    items: 3,
    outcome: 'started',
  });
  await poll('round and items', async () => (await count('again')) === 4);
  const round = client.workflow.getHandle(roundWorkflowId(plan.round));
  const { runId } = await round.describe();

  expect((await rectify.importPlan(plan, calendar2021, clock)).outcome).toBe('unchanged');
  const other = planOf({ round: 'again', items: 4, deadline: '2021-06-30' });
  await expect(rectify.importPlan(other, calendar2021, clock)).rejects.toBeInstanceOf(RoundExists);
  expect((await round.describe()).runId).toBe(runId);
  expect((await rectify.ledger(plan.round)).rows).toHaveLength(3);
  expect(await count('again')).toBe(4);
});

test('two who import the same plan at once start it once', async () => {
  const plan = planOf({ round: 'at-once', items: 2 });
  const clock = world.clockFrom(at('2021-05-06'), 20, 'at-once');
  const outcomes = await Promise.all(
    Array.from(
      { length: 4 },
      async () => (await world.rectify.importPlan(plan, calendar2021, clock)).outcome,
    ),
  );
  expect(outcomes.sort()).toEqual(['started', 'unchanged', 'unchanged', 'unchanged']);
});
