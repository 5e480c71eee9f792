import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { generateKey, sign } from '../../client/keys';
import { instant } from '../../domain/calendar/zone';
import type { Answer } from '../../domain/item/command';
import { checkLog, genesis } from '../../domain/item/log';
import type { RoundAnswer } from '../../domain/round/command';
import type { LedgerRow } from '../../domain/round/row';
import { sealedFor } from '../../testing/seals';
import { commandUpdate, itemWorkflowId, roundWorkflowId, rowSignal } from '../../workflows/messages';
import { commandOf, Hands, roundCommandOf } from '../support/commands';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
  await world.startWorker();
});
afterAll(() => world.close());

/** More events than the server lets a run have before it suggests a new one. */
const ENOUGH = 4300;
const BATCH = 50;

/** Tasks that the server has given back, since something had arrived meanwhile and the run was to end. */
const givenBack = async (workflow: WorkflowHandle): Promise<unknown[]> =>
  ((await workflow.fetchHistory()).events ?? []).filter((event) =>
    JSON.stringify(event.workflowTaskFailedEventAttributes ?? {}).includes('UNHANDLED_COMMAND'),
  );

/** What a run of an item has told people of, as its timeline has it. */
const toldIn = async (workflow: WorkflowHandle): Promise<string[]> =>
  ((await workflow.fetchHistory()).events ?? []).flatMap(
    ({ activityTaskScheduledEventAttributes: asked, userMetadata }) =>
      asked?.activityType?.name === 'tell' ? Buffer.from(userMetadata?.summary?.data ?? '').toString() : [],
  );

/**
 * Does something again and again without a pause, until the run has grown too long, and waits for the next.
 */
const untilContinued = async (
  workflow: WorkflowHandle,
  act: (n: number) => Promise<unknown>,
): Promise<void> => {
  const { runId } = await workflow.describe();
  const run = world.client.workflow.getHandle(workflow.workflowId, runId);
  for (let n = 0; (await run.describe()).historyLength < ENOUGH; n += BATCH)
    for (let k = 0; k < BATCH; k += 1) await act(n + k);
  await poll('a new run', async () => (await workflow.describe()).runId !== runId);
  expect(await givenBack(run)).toEqual([]);
};

/** More commands than a run of an item takes, from so many people at once. */
const COMMANDS = 320;
const AT_ONCE = 4;

const keys = new Map(
  ['handler-1', 'leader', 'acceptor', 'office', 'head'].map((person) => [person, generateKey()]),
);
const rings = Object.fromEntries(
  [...keys].map(([person, { kid, x }]) => [person, [{ kid, x, from: instant(0) }]]),
);
const keyOf = (person: string) => keys.get(person) ?? generateKey();
const signed = (command: { by: string }): string => sign(command, keyOf(command.by));

/** A day in a minute; the deadline, on the second, passes after all commands. */
const RATE = 1440;

test('an item goes on in a new run while signed commands pour in, loses none, and still falls overdue', async () => {
  const { rectify, client } = world;
  const round = 'long';
  const policy = { identity: 'signed', daily: { talk: COMMANDS } };
  const plan = planOf({ round, deadline: '2021-05-07', policy, keys: rings });
  const { item } = (
    await world.begin(plan, world.clockFrom(at('2021-05-06'), RATE, round), { keyOf, second: 'head' })
  )();
  await poll('the item', () => rectify.item(item));
  const hand = new Hands(rectify, world.storeUrl, item, 'handler-1', signed);
  const command = commandOf('handler-1', item, 'acknowledge', {});
  const first = await rectify.command(command, signed);
  const workflow = client.workflow.getHandle(itemWorkflowId(item, 1));
  const { runId } = await workflow.describe();

  const remarks = Array.from({ length: COMMANDS }, (_, no) => `第 ${no} 条意见`);
  const waiting = [...remarks];
  const person = async (by: string): Promise<Answer[]> => {
    const answers: Answer[] = [];
    for (let text = waiting.pop(); text !== undefined; text = waiting.pop())
      answers.push(await hand.tell(by, 'comment', { text }));
    return answers;
  };
  const answers = (await Promise.all([...keys.keys()].slice(0, AT_ONCE).map(person))).flat();

  expect((await workflow.describe()).runId).not.toBe(runId);
  expect(await givenBack(client.workflow.getHandle(workflow.workflowId, runId))).toEqual([]);
  expect(answers).toHaveLength(COMMANDS);
  const { log, context } = await rectify.item(item);
  const comments = log.filter(({ event }) => event.type === 'commented');
  expect(comments.flatMap(({ event }) => ('text' in event ? event.text : [])).sort()).toEqual(remarks.sort());
  expect(answers.flatMap(({ entries }) => entries).sort()).toEqual(comments.map(({ seq }) => seq).sort());
  const genuine = { item, cycle: 1, policy: context.policy.version, calendar: context.calendar.version };
  expect(checkLog(log, genesis(genuine))).toEqual([]);

  expect(await rectify.command(command, signed)).toEqual(first);
  const again = { args: [{ jws: signed(command) }] as [{ jws: string }], updateId: randomUUID() };
  expect(await workflow.executeUpdate(commandUpdate, again)).toEqual(first);
  const { said } = await poll('everybody to be told', async () => {
    const schedule = await rectify.schedule(item);
    return schedule.said.filter(({ kind }) => kind === 'fact').length > COMMANDS && schedule;
  });
  for (const { seq } of comments) expect(said.some(({ id }) => id.endsWith(`/c1#${seq}`))).toBe(true);
  await poll('the deadline to pass', async () => (await rectify.item(item)).level === 'overdue', 240);
  const told = await poll('the new run to tell of that', async () => {
    const all = await toldIn(workflow);
    return all.some((text) => text.includes('overdue')) && all;
  });
  // What the first run has told of is over.
  expect(told.filter((text) => text.includes('acknowledge'))).toEqual([]);
}, 450_000);

test('a round goes on in a new run with its ledger, and starts no item again', async () => {
  const { rectify, client } = world;
  const plan = planOf({ round: 'long-round', items: 3 });
  await world.begin(plan, world.clockFrom(at('2021-05-06'), 1, plan.round));
  const ledger = await poll('the rows of all items', async () => {
    const found = await rectify.ledger(plan.round);
    return found.rows.length > 0 && found.rows.every(({ version }) => version > 0) && found;
  });
  const [first, ...others] = ledger.rows;
  if (!first) throw new Error('a ledger without rows');
  const rowOf = (n: number): LedgerRow => ({ ...first, version: first.version + 1 + n, progress: `${n}` });
  let last = 0;
  const workflow = client.workflow.getHandle(roundWorkflowId(plan.round));
  const report = async (n: number): Promise<void> => {
    const row = rowOf(n);
    await workflow.signal(rowSignal, row, sealedFor('rows', workflow.workflowId, row));
    last = n;
  };
  await untilContinued(workflow, report);

  const after = await poll('the last report', async () => {
    const found = await rectify.ledger(plan.round);
    return found.rows[0]?.progress === String(last) && found;
  });
  expect(after.rows).toEqual([rowOf(last), ...others]);
  const { historyLength } = await workflow.describe();
  const started = (await workflow.fetchHistory()).events?.filter(
    (event) => event.startChildWorkflowExecutionInitiatedEventAttributes,
  );
  expect({ historyLength: historyLength < 4096, started }).toEqual({ historyLength: true, started: [] });
});

test('a round that has taken many commands goes on in a new run, and answers each again as it did', async () => {
  const { rectify, client } = world;
  const plan = planOf({ round: 'long-commands', policy: { daily: { talk: COMMANDS } } });
  await world.begin(plan, world.clockFrom(at('2021-05-06'), 1, plan.round));
  const workflow = client.workflow.getHandle(roundWorkflowId(plan.round));
  await poll('the round', () => rectify.ledger(plan.round));
  const { runId } = await workflow.describe();
  const [handler] = plan.roster.people;
  if (!handler) throw new Error('a plan without people');
  const commands = Array.from({ length: COMMANDS }, (_, no) =>
    roundCommandOf('office', plan.round, 'register-people', {
      people: [{ ...handler, section: `科室 ${no}` }],
      reason: '机构调整',
    }),
  );
  const answers: RoundAnswer[] = [];
  for (const command of commands) answers.push(await rectify.commandRound(command));
  const run = await poll('a new run', async () => {
    const { runId: now } = await workflow.describe();
    return now !== runId && client.workflow.getHandle(workflow.workflowId, runId);
  });
  expect(await givenBack(run)).toEqual([]);
  const again = await Promise.all(commands.slice(0, 3).map((command) => rectify.commandRound(command)));
  expect(again).toEqual(answers.slice(0, 3));
  const log = await rectify.roundLog(plan.round);
  expect(log.filter(({ event }) => event.type === 'people-registered')).toHaveLength(COMMANDS);
}, 240_000);
