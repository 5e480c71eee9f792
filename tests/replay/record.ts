import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { Instant } from '../../domain/calendar/zone';
import { itemWorkflowId, mailboxWorkflowId, roundWorkflowId } from '../../workflows/messages';
import { at } from '../support/instants';
import { boxOf } from '../support/letters';
import { untilStatus } from '../support/life';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';
import type { Hands } from '../support/hand';

/**
 * Records the histories that the replay tests replay: of an item that is returned, falls overdue and is
 * archived, of the mailbox of its handler and of its round. They show what code that is in use has done: they
 * are recorded anew, with `npm run record`, only when no workflow of the older code is open anywhere; else new
 * code takes the older road where `patched()` says so, and a newer recording is added beside the older one.
 */
const FOLDER = path.join(process.cwd(), 'tests/replay/histories');
const ROUND = 'recorded';
/** Three weeks in three quarters of a minute. */
const RATE = 40_000;

const record = async (world: RealWorld, name: string, workflowId: string): Promise<void> => {
  const history = await world.client.workflow.getHandle(workflowId).fetchHistory();
  // Process and machine of the recording are nobody's business.
  const recorder = new RegExp(`\\d+@${hostname()}`, 'g');
  const plain = JSON.parse(historyToJSON(history).replace(recorder, 'recorder')) as object;
  const text = JSON.stringify({ workflowId, ...plain }, null, 2);
  await writeFile(path.join(FOLDER, `${name}.json`), `${text}\n`);
  process.stdout.write(`${name}: ${history.events?.length ?? 0} events, ${text.length} characters\n`);
};

/** Everything that the people of the item do, each deed on its day. */
const live = async (world: RealWorld, hand: Hands): Promise<void> => {
  const until = (instant: Instant) =>
    poll(`the round's clock`, async () => (await world.rectify.item(hand.item)).now >= instant);
  await until(at('2021-05-07'));
  await hand.work('初稿');
  await until(at('2021-05-08'));
  await hand.giveBack('leader', '2021-05-20');
  await until(at('2021-05-24'));
  await hand.handIn('签字记录');
  await hand.tell('handler-1', 'request-closure', { summary: '材料已补齐,申请销号' });
  await hand.approve();
  await hand.accept();
  await untilStatus(world.rectify, hand.item, 'archived');
};

const main = async (): Promise<void> => {
  const world = await RealWorld.create();
  try {
    await world.startWorker();
    await mkdir(FOLDER, { recursive: true });
    const plan = planOf({ round: ROUND, deadline: '2021-05-14' });
    const clock = world.clockFrom(at('2021-05-06'), RATE, ROUND);
    const hand = (await world.begin(plan, clock))();
    await poll('the item', () => world.rectify.item(hand.item));
    await live(world, hand);
    await record(world, 'item', itemWorkflowId(hand.item, 1));
    await record(world, 'mailbox', mailboxWorkflowId(boxOf('handler-1', clock)));
    await record(world, 'round', roundWorkflowId(plan.round));
  } finally {
    await world.close();
  }
};

main().catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exitCode = 1;
});
