import assert from 'node:assert/strict';
import { WorkflowNotFoundError } from '@temporalio/client';
import { toPayload } from '../../../base/deflated';
import { forgedMemory, forgedPost, LIE } from '../../../testing/forgeries';
import { aBirth, person, ROSTER } from '../../../testing/world';
import {
  itemWorkflowId,
  mailboxWorkflowId,
  postsSignal,
  roundCommandSignal,
  roundWorkflowId,
  rowsSignal,
  TASK_QUEUE,
  undeliverableSignal,
  WORKFLOWS,
} from '../../../workflows/messages';
import { beginningOf } from '../../../workflows/rectification-item/beginning';
import { roundCommandOf } from '../../support/commands';
import { at } from '../../support/instants';
import { boxOf, caughtIn } from '../../support/mails';
import { poll } from '../../support/poll';
import type { Attempt } from '../attempt';
import { rejectionOf } from '../rejection';
import type { Round, Target } from '../target';

/* Of somebody who reaches the Temporal server, with none of the workers' keys. */

const workflows = ({ world }: Target) => world.client.workflow;

/** Nothing of the lie has reached anybody, although what came later has. */
const assertNobodyHeard = ({ world }: Target): void => {
  assert.ok(!world.smtp.mails.some(({ text }) => text?.includes(LIE)), 'a mail has the forged text');
  assert.deepEqual(world.smtp.to('elsewhere@example.org'), [], 'a mail went to the forged address');
};

/** Lets time pass until the round has mailed what a command of its own caused: whatever came before was seen. */
const untilRoundMails = async (target: Target, { clock, hands }: Round, who: string): Promise<void> => {
  await hands.acknowledge();
  await hands.tell('leader', 'urge', { text: '请抓紧' });
  const box = boxOf(who, clock);
  const mailed = () =>
    caughtIn(target.world.smtp.mails, clock.drill ?? '').some(
      ({ text }) => text?.includes('请抓紧') === true,
    );
  await poll(`a mail of ${box}`, mailed);
};

const startsItem: Attempt = {
  name: 'an item that no plan has, with people of the attacker',
  has: 'the server',
  async play(target) {
    const [input] = beginningOf(aBirth()).args;
    const workflowId = 'item/2021-03/9.9';
    const item = await workflows(target).start(WORKFLOWS.item, {
      args: [input],
      workflowId,
      taskQueue: TASK_QUEUE,
    });
    const failure = (await rejectionOf(item.result())) as { cause?: { type?: string } };
    assert.equal(failure.cause?.type, 'Unsealed', 'the item did not end as one that no worker has started');
    for (const { id } of ROSTER.people) {
      const found = await rejectionOf(workflows(target).getHandle(mailboxWorkflowId(id)).describe());
      assert.ok(found instanceof WorkflowNotFoundError, `${id} was told`);
    }
  },
};

const postsMail: Attempt = {
  name: 'a notice of the attacker in the office’s name',
  has: 'the server',
  async play(target) {
    const round = await target.begin('posts-mail');
    const mailbox = boxOf('handler-1', round.clock);
    await workflows(target).signalWithStart(WORKFLOWS.mailbox, {
      args: [{ schemaVersion: 3, mailbox, clock: round.clock }],
      workflowId: mailboxWorkflowId(mailbox),
      taskQueue: TASK_QUEUE,
      signal: postsSignal,
      signalArgs: [[forgedPost(round.clock)]],
    });
    await untilRoundMails(target, round, 'handler-1');
    assertNobodyHeard(target);
  },
};

const ownsMailbox: Attempt = {
  name: 'a mailbox started beforehand, with mails and a clock of the attacker',
  has: 'the server',
  async play(target) {
    const clock = target.world.clockFrom(at('2021-05-06'), 1, 'owns-mailbox');
    const mailbox = boxOf('handler-1', clock);
    await workflows(target).start(WORKFLOWS.mailbox, {
      args: [
        { schemaVersion: 3, mailbox, clock: { ...clock, rate: 9000 }, carried: toPayload(forgedMemory()) },
      ],
      workflowId: mailboxWorkflowId(mailbox),
      taskQueue: TASK_QUEUE,
    });
    await untilRoundMails(target, await target.begin('owns-mailbox'), 'handler-1');
    assertNobodyHeard(target);
  },
};

const reportsRows: Attempt = {
  name: 'a line of the ledger, and a refused mail, made up',
  has: 'the server',
  async play(target) {
    const { plan, item, hands } = await target.begin('reports-rows');
    const { rectify } = target.world;
    const row = await poll('its row', async () => {
      const [first] = (await rectify.ledger(plan.round)).rows;
      return first && first.version > 0 && first;
    });
    const round = workflows(target).getHandle(roundWorkflowId(plan.round));
    await round.signal(rowsSignal, [{ ...row, version: 99, status: 'archived' }]);
    const report = { person: person('leader'), address: 'leader@example.org', reason: '550', notices: [] };
    await workflows(target).getHandle(itemWorkflowId(item, 1)).signal(undeliverableSignal, report);
    await hands.acknowledge();
    const after = await poll('the row after a command', async () => {
      const [first] = (await rectify.ledger(plan.round)).rows;
      return first && first.version > row.version && first;
    });
    assert.equal(after.status, 'in-progress', 'the ledger says what the attacker said');
    assert.equal(
      (await rectify.item(item)).state.undeliverable,
      false,
      'the item believes that mail was refused',
    );
  },
};

const bypassesRound: Attempt = {
  name: 'a genuine order of the office, handed to one item past the round',
  has: 'the server',
  async play(target) {
    const { item, hands, signed } = await target.begin('bypasses-round');
    const { kid } = target.keyOf('handler-1');
    const command = roundCommandOf('office', 'bypasses-round', 'revoke-key', {
      person: person('handler-1'),
      kid,
      reason: '遗失',
    });
    const workflow = workflows(target).getHandle(itemWorkflowId(item, 1));
    await workflow.signal(roundCommandSignal, { jws: signed(command) });
    await hands.acknowledge();
    const { log } = await target.world.rectify.item(item);
    assert.ok(!log.some(({ event }) => event.type === 'key-revoked'), 'the item took it');
  },
};

export const SERVER: readonly Attempt[] = [startsItem, postsMail, ownsMailbox, reportsRows, bypassesRound];
