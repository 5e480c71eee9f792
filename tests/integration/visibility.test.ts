import { WorkflowUpdateFailedError } from '@temporalio/client';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';
import { STAGES } from '../support/refusals';
import { commandUpdate, itemWorkflowId, roundWorkflowId } from '../../workflows/messages';
import type { Submission } from '../../domain/item/identify';
import { KEYS } from '../../workflows/search-attributes';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
  await world.startWorker();
});
afterAll(() => world.close());

const listed = async (query: string): Promise<string[]> => {
  const found: string[] = [];
  for await (const { workflowId } of world.client.workflow.list({ query })) found.push(workflowId);
  return found.sort();
};

const untilListed = (query: string, expected: string[]): Promise<true | undefined> =>
  poll(query, async () => {
    expect(await listed(query)).toEqual(expected);
    return true;
  });

test('operators find items by round, state, person and deadline, and see what each is about', async () => {
  const round = 'seen';
  const plan = planOf({ round, items: 3, handlers: 3, deadline: '2021-06-30' });
  const handsOf = await world.begin(plan, world.clockFrom(at('2021-05-06'), 1, round));
  const id = (number: string) => itemWorkflowId(handsOf(number).item, 1);
  const all = ['1.1', '1.2', '1.3'].map(id);
  const here = `RectRound = '${round}' AND WorkflowType = 'rectificationItem'`;
  await untilListed(`${here} AND RectStatus = 'assigned'`, all);

  await handsOf('1.2', 'handler-2').work();
  await untilListed(`${here} AND RectStatus = 'leader-review'`, [id('1.2')]);
  await untilListed(`${here} AND RectAwaiting = 'leader'`, [id('1.2')]);
  await untilListed(`${here} AND RectAwaiting = 'handler'`, [id('1.1'), id('1.3')]);
  await untilListed(`${here} AND RectLeader = 'leader' AND RectSection = '办公室'`, all);
  await untilListed(
    `${here} AND RectOverdue = false AND RectLevel = 'none' AND RectRung = 0 AND RectCycle = 1`,
    all,
  );
  const due = "RectDeadline > '2021-06-30T00:00:00+08:00' AND RectDeadline < '2021-07-01T00:00:00+08:00'";
  await untilListed(`${here} AND ${due}`, all);

  const item = await world.client.workflow.getHandle(id('1.1')).describe();
  expect(item.typedSearchAttributes.get(KEYS.status)).toBe('assigned');
  expect(await item.staticSummary()).toBe('(一)1 第 1 个问题');
  const { memo, staticSummary } = await world.client.workflow
    .getHandle(roundWorkflowId(plan.round))
    .describe();
  expect(memo?.planHash).toMatch(/^[0-9a-f]{64}$/);
  expect(await staticSummary()).toContain('3 项');
});

/** The length of a history that has not grown for a second. */
const atRest = (length: () => Promise<number>): Promise<number> => {
  const seen: number[] = [];
  return poll('an item at rest', async () => {
    seen.push(await length());
    const last = seen.slice(-10);
    return last.length === 10 && new Set(last).size === 1 && last[0];
  });
};

test('a refused command leaves no event in the history of an item', async () => {
  const round = 'no-trace';
  const plan = planOf({ round, deadline: '2021-06-30' });
  const handsOf = await world.begin(plan, world.clockFrom(at('2021-05-06'), 1, round));
  const { item } = handsOf();
  const workflow = world.client.workflow.getHandle(itemWorkflowId(item, 1));
  const length = async () => (await workflow.describe()).historyLength;
  const before = await atRest(length);
  for (const { submission } of STAGES[0]?.refused ?? [])
    await expect(
      workflow.executeUpdate(commandUpdate, { args: [submission(item) as Submission] }),
    ).rejects.toBeInstanceOf(WorkflowUpdateFailedError);
  expect(await length()).toBe(before);
});
