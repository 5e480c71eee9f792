import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { WorkflowHandle } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { generateKey, sign } from '../client/keys';
import { instant } from '../domain/calendar/zone';
import { Hands } from '../tests/support/commands';
import { at } from '../tests/support/instants';
import { planOf } from '../tests/support/plans';
import { poll } from '../tests/support/poll';
import { RealWorld } from '../tests/support/real-world';
import { itemWorkflowId } from '../workflows/messages';
import type { Bench } from './bench';
import { cpuOfReplay, type Recording } from './replay';
import { rounded } from './statistics';

const TIMES = 3;
const key = generateKey();
const keys = { office: [{ kid: key.kid, x: key.x, from: instant(0) }] };

/** The first run of an item of which the office says one thing after the other, signed, until the next run begins. */
const firstRun = async (world: RealWorld, round: string): Promise<WorkflowHandle> => {
  const plan = planOf({ round, policy: { identity: 'signed', daily: { talk: 10_000 } }, keys });
  const { item } = (await world.begin(plan, world.clockFrom(at('2021-05-06'), 1, round)))();
  await poll('the item', () => world.rectify.item(item));
  const office = new Hands(world.rectify, world.storeUrl, item, 'office', (command) => sign(command, key));
  const workflow = world.client.workflow.getHandle(itemWorkflowId(item, 1));
  const { runId } = await workflow.describe();
  for (let no = 1; (await workflow.describe()).runId === runId; no += 1)
    await office.tell('office', 'comment', { text: `第 ${no} 条意见` });
  return world.client.workflow.getHandle(workflow.workflowId, runId);
};

const recorded = async (run: WorkflowHandle): Promise<Recording> => ({
  workflowId: run.workflowId,
  ...(JSON.parse(historyToJSON(await run.fetchHistory())) as Pick<Recording, 'events'>),
});

/** What it costs to take up an item whose run is as long as runs become. */
export const longRun: Bench = {
  about: 'CPU time to replay the longest run of an item, of signed commands one after the other',
  numbers: {},
  run: async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const world = await RealWorld.create();
    try {
      await world.startWorker();
      const recording = await recorded(await firstRun(world, 'long-run'));
      const { events } = recording;
      const ACCEPTED = 'EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED';
      const commands = events.filter(({ eventType }) => eventType === ACCEPTED).length;
      const replayMs = rounded(await cpuOfReplay(recording, TIMES));
      return { ours: { commands, events: events.length, replayMs } };
    } finally {
      await world.close();
    }
  },
};
