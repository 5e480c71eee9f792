import { randomUUID } from 'node:crypto';
import { NotBegun, PeopleConflict, RoundExists } from '../../client/api';
import { at } from '../support/instants';
import { calendar2021, planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';
import { BodyId, itemId, type ItemNumber, RoundId } from '../../base/ids';
import type { Plan } from '../../domain/plan/plan';
import { untilStatus } from '../support/life';
import { itemWorkflowId, roundWorkflowId, WORKFLOWS } from '../../workflows/messages';

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
    unasked: [],
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

test('the items of a large round are all there at once, and begin one after the other', async () => {
  const plan = planOf({ round: 'large', items: 160, deadline: '2021-06-30' });
  const on = await world.begin(plan, world.clockFrom(at('2021-05-06'), 1, 'large'));
  await poll('round and items', async () => (await count('large')) === 161);
  expect((await world.rectify.ledger(plan.round)).rows).toHaveLength(160);

  // A command does not wait for its item's turn.
  await on('1.160').acknowledge();
  const { events } = await world.client.workflow
    .getHandle(itemWorkflowId(on('1.159').item, 1))
    .fetchHistory();
  expect(events).toHaveLength(1);
  const { log } = await world.rectify.item(on('1.160').item);
  expect(log.map(({ event }) => event.type)).toEqual(['assigned', 'acknowledged']);
  await untilStatus(world.rectify, on('1.159').item, 'assigned');
});

test('an item that is asked long before its turn says that it has not begun', async () => {
  const item = itemId(RoundId.parse('early'), '1.1' as ItemNumber);
  const options = {
    workflowId: itemWorkflowId(item, 1),
    taskQueue: 'rectify',
    startDelay: '1 hour',
  } as const;
  await world.client.workflow.start(WORKFLOWS.item, options);
  await expect(world.rectify.item(item)).rejects.toBeInstanceOf(NotBegun);
});

test('a workflow that has the name of an item is not taken for it, and the round goes on without', async () => {
  const { client, rectify } = world;
  const plan = planOf({ round: 'twin', items: 3, deadline: '2021-06-30' });
  const twin = itemWorkflowId(itemId(plan.round, '1.2' as ItemNumber), 1);
  await client.workflow.start('something', { workflowId: twin, taskQueue: 'nobody' });

  const on = await world.begin(plan, world.clockFrom(at('2021-05-06'), 1, 'twin'));
  await untilStatus(rectify, on('1.1').item, 'assigned');
  await untilStatus(rectify, on('1.3').item, 'assigned');
  await poll(`the round's word on ${twin}`, async () =>
    (await rectify.roundLog(plan.round)).some(
      ({ event }) => event.type === 'start-blocked' && event.item === '1.2',
    ),
  );
});

test('a person whom an open round of the body has with another address is not imported again as another', async () => {
  const { rectify } = world;
  const first = planOf({ round: 'known-people' });
  const clock = world.clockFrom(at('2021-05-06'), 1, 'known-people');
  await rectify.importPlan(first, calendar2021, clock);
  await poll('the round', async () => (await rectify.round(first.round)).head.round === first.round);
  const plan = planOf({ round: 'other-people' });
  const [person, ...others] = plan.roster.people;
  const moved = {
    ...plan,
    roster: { ...plan.roster, people: [{ ...person, address: 'else@example.org' }, ...others] },
  };
  const refused: unknown = await rectify
    .importPlan(moved as Plan, calendar2021, clock)
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(PeopleConflict);
  expect((refused as PeopleConflict).conflicts).toMatchObject([
    {
      id: person?.id,
      given: { address: 'else@example.org' },
      known: { address: person?.address },
      round: 'known-people',
    },
  ]);
  expect(await count('other-people')).toBe(0);
});

test('another body may call its people the same', async () => {
  const { rectify } = world;
  const clock = world.clockFrom(at('2021-05-06'), 1, 'known-people');
  const plan = { ...planOf({ round: 'other-body' }), bodyId: BodyId.parse('another-body') };
  const [person, ...others] = plan.roster.people;
  const moved = {
    ...plan,
    roster: { ...plan.roster, people: [{ ...person, address: 'else@example.org' }, ...others] },
  };
  expect((await rectify.importPlan(moved as Plan, calendar2021, clock)).outcome).toBe('started');
});

test('a round that an operator has reset knows the items again that it has started', async () => {
  const { client, rectify, server } = world;
  const plan = planOf({ round: 'reset', items: 3, deadline: '2021-06-30' });
  const on = await world.begin(plan, world.clockFrom(at('2021-05-06'), 1, 'reset'));
  await untilStatus(rectify, on('1.3').item, 'assigned');
  await on('1.1').acknowledge();

  const workflowId = roundWorkflowId(plan.round);
  const round = client.workflow.getHandle(workflowId);
  const { runId } = await round.describe();
  const { events = [] } = await round.fetchHistory();
  const firstTask = events?.find(({ workflowTaskCompletedEventAttributes: completed }) => completed);
  await client.workflowService.resetWorkflowExecution({
    namespace: server.namespace,
    workflowExecution: { workflowId, runId },
    reason: 'test',
    requestId: randomUUID(),
    workflowTaskFinishEventId: firstTask?.eventId ?? null,
  });
  await poll('the new run without anything under way', async () => {
    const { raw } = await round.describe();
    const newRun = raw.workflowExecutionInfo?.execution?.runId !== runId;
    const started = (await round.fetchHistory()).events?.some(
      ({ activityTaskCompletedEventAttributes }) => activityTaskCompletedEventAttributes,
    );
    return newRun && started && (raw.pendingActivities ?? []).length === 0;
  });
  const { log } = await rectify.item(on('1.1').item);
  expect(log.map(({ event }) => event.type)).toEqual(['assigned', 'acknowledged']);
});
