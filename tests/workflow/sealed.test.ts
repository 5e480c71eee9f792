import { WorkflowNotFoundError } from '@temporalio/client';
import { toPayload } from '../../base/deflated';
import type { ItemId, RoundId } from '../../base/ids';
import { type Clock, REAL_TIME } from '../../domain/calendar/clock';
import type { MailboxPost } from '../../domain/ladder/notice';
import { forgedMemory, forgedPost, LIE } from '../../testing/forgeries';
import { failureOf } from '../../testing/store';
import { sealedFor } from '../../testing/seals';
import { aBirth, ROSTER } from '../../testing/world';
import {
  itemWorkflowId,
  mailboxWorkflowId,
  postsSignal,
  roundWorkflowId,
  rowsSignal,
  undeliverableSignal,
  WORKFLOWS,
} from '../../workflows/messages';
import { beginningOf } from '../../workflows/rectification-item/beginning';
import { sealedPartOf } from '../../workflows/sealed-part';
import { at } from '../support/instants';
import { boxOf, caughtIn } from '../support/mails';
import { calendar2021, planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

/* Attacks of somebody who reaches the Temporal server, and has none of the workers' keys. */

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const START = at('2021-05-06');
const client = () => world.env.client.workflow;

const startItem = (workflowId: string, input: object) =>
  client().start(WORKFLOWS.item, { args: [input], workflowId, taskQueue: world.taskQueue });

const [genuine] = beginningOf(aBirth()).args;
const workflowId = 'item/2021-03/9.9';

test.each([
  ['no seal', {}],
  ['no seal, as of an older version', { schemaVersion: 2 }],
  ['a seal that somebody made up', { seal: `test-1.${'A'.repeat(43)}` }],
  ['the seal of another item', { seal: sealedFor('birth', 'item/2021-03/1.1', sealedPartOf(genuine)) }],
  ['a seal of something else', { seal: sealedFor('posts', workflowId, sealedPartOf(genuine)) }],
  ['a state of its own', { carried: { log: [] } }],
  ['a context that cannot be read', { context: 'rubbish' }],
])('an item that somebody has started with %s ends and tells nobody', async (_, forged) => {
  const item = await startItem(workflowId, { ...genuine, ...forged });
  const failure = await failureOf(item.result());
  expect(failure).toMatchObject({ cause: { type: 'Unsealed', nonRetryable: true } });
  for (const { id } of ROSTER.people)
    expect(await failureOf(client().getHandle(mailboxWorkflowId(id)).describe())).toBeInstanceOf(
      WorkflowNotFoundError,
    );
  expect(world.smtp.mails).toEqual([]);
});

test('posts that no worker has sealed for this mailbox are dropped, the others arrive', async () => {
  const post = forgedPost();
  const to = mailboxWorkflowId('handler-1');
  const start = (posts: MailboxPost[], seal?: string) =>
    client().signalWithStart(WORKFLOWS.mailbox, {
      args: [{ schemaVersion: 3, mailbox: 'handler-1', clock: REAL_TIME }],
      workflowId: to,
      taskQueue: world.taskQueue,
      signal: postsSignal,
      signalArgs: seal === undefined ? [posts] : [posts, seal],
    });
  await start([post]);
  await start([post], sealedFor('posts', mailboxWorkflowId('handler-2'), [post]));
  await start([post], sealedFor('rows', to, [post]));
  const other = { ...post, facts: post.facts.map((fact) => ({ ...fact, text: '另一条' })) };
  await start([post], sealedFor('posts', to, [other]));
  await start([other], sealedFor('posts', to, [other]));
  const [mail] = await poll(
    'the mail that a worker posted',
    () => world.smtp.mails.length > 0 && world.smtp.mails,
  );
  expect(mail?.text).toContain('另一条');
  expect(mail?.text).not.toContain(LIE);
});

/** What a mailbox that somebody has started beforehand is started with. */
const OWN_MAILBOXES: [string, (clock: Clock) => unknown[]][] = [
  [
    'mails and a clock of their own',
    (clock) => {
      const own = { ...clock, rate: 5000 };
      return [
        { schemaVersion: 3, mailbox: 'another', clock: own, carried: toPayload(forgedMemory()), seal: 'k.x' },
      ];
    },
  ],
  ['what cannot be read', (clock) => [{ schemaVersion: 3, mailbox: [], clock, carried: 'rubbish' }]],
  ['nothing', () => []],
];

test.each(OWN_MAILBOXES)(
  'a mailbox that somebody has started with %s sends what items post, and no more',
  async (_, inputWith) => {
    const round = 'mine-first';
    const clock = await world.clockFrom(START, round);
    const workflowId = mailboxWorkflowId(boxOf('handler-1', clock));
    await client().start(WORKFLOWS.mailbox, {
      args: inputWith(clock),
      workflowId,
      taskQueue: world.taskQueue,
    });
    await world.rectify.importPlan(planOf({ round, deadline: '2021-06-30' }), calendar2021, clock);
    await world.skipTo(clock, at('2021-05-07'));
    const mails = await poll('the first mails', () => {
      const caught = caughtIn(world.smtp.mails, round);
      return caught.length >= 2 && caught;
    });
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([
      'handler-1@example.org',
      'leader@example.org',
    ]);
    for (const { text } of world.smtp.mails) expect(text).not.toContain(LIE);
  },
);

/** JSON in which arrays are nested so deep that nobody can print it again. */
const DEEP = 200_000;
const deep = Buffer.from('['.repeat(DEEP) + ']'.repeat(DEEP));

test('a signal nested deeper than anybody can print is dropped, and holds nothing up', async () => {
  const round = 'deep';
  const { clock, hands } = await world.begin(planOf({ round, deadline: '2021-06-30' }), START);
  const { item } = hands();
  await poll('the item', () => world.rectify.item(item));
  const mailbox = mailboxWorkflowId(boxOf('handler-1', clock));
  await poll('the mailbox', () => client().getHandle(mailbox).describe());
  const json = (data: Uint8Array) => ({ metadata: { encoding: Buffer.from('json/plain') }, data });
  const seal = json(Buffer.from(JSON.stringify(`test-1.${'A'.repeat(43)}`)));
  for (const [workflowId, signalName] of [
    [mailbox, postsSignal.name],
    [itemWorkflowId(item, 1), undeliverableSignal.name],
    [roundWorkflowId(round as RoundId), rowsSignal.name],
  ])
    await world.env.client.workflowService.signalWorkflowExecution({
      namespace: world.env.client.options.namespace,
      workflowExecution: { workflowId: workflowId ?? '' },
      signalName: signalName ?? '',
      input: { payloads: [json(deep), seal] },
    });
  await hands().acknowledge();
  await world.skipTo(clock, at('2021-05-07'));
  await poll('the mails', () => caughtIn(world.smtp.mails, round).length >= 2);
  await poll(
    'the row',
    async () => (await world.rectify.ledger(round as RoundId)).rows[0]?.status === 'in-progress',
  );
});

test('rows and refusals of mail that no worker has sealed change neither ledger nor item', async () => {
  const round = 'rows' as RoundId;
  const { clock, hands } = await world.begin(planOf({ round, deadline: '2021-06-30' }), START);
  const { item } = hands();
  await poll('the item', () => world.rectify.item(item));
  await world.skipTo(clock, at('2021-05-07'));
  const before = await poll('its row', async () => {
    const ledger = await world.rectify.ledger(round);
    return ledger.rows[0]?.version ? ledger : undefined;
  });
  const [row] = before.rows;
  const forged = [
    { ...row, version: 99, status: 'archived' },
    { ...row, item: `${round}/9.9` as ItemId },
  ];
  const toRound = client().getHandle(roundWorkflowId(round));
  const toItem = client().getHandle(itemWorkflowId(item, 1));
  await toRound.signal(rowsSignal, forged as never);
  await toRound.signal('row', forged[0]);
  const report = { person: 'handler-1', address: 'handler-1@example.org', reason: '550', notices: [] };
  await toItem.signal(undeliverableSignal, report as never);

  // A command afterwards is the proof that they have been looked at.
  await hands().acknowledge();
  await poll(
    'the row after it',
    async () => (await world.rectify.ledger(round)).rows[0]?.status === 'in-progress',
  );
  const { rows } = await world.rectify.ledger(round);
  expect(rows.map(({ number }) => number)).toEqual(before.rows.map(({ number }) => number));
  const { state, log } = await world.rectify.item(item);
  expect(state.undeliverable).toBe(false);
  expect(log.map(({ event }) => event.type)).toEqual(['assigned', 'acknowledged']);
});
