import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { looped } from '../support/slow-workflow';
import { VirtualWorld } from '../support/virtual-world';

/** Longer than the SDK by itself lets a task run. */
const SECONDS = 6;
const SAMPLE = 20_000_000;

/** How many turns take so long on this machine. */
const turnsIn = (seconds: number): number => {
  looped(SAMPLE);
  const { user } = process.cpuUsage();
  looped(SAMPLE);
  return Math.round((SAMPLE * seconds * 1e6) / (process.cpuUsage().user - user));
};

test('a task that takes long, as on a machine that stood still meanwhile, is done and does not end the worker', async () => {
  const logger = new DefaultLogger('ERROR');
  const workflowsPath = require.resolve('../support/slow-workflow');
  const world = await VirtualWorld.create(bundleWorkflowCode({ workflowsPath, logger }));
  try {
    const turns = turnsIn(SECONDS);
    const given = { args: [turns], taskQueue: world.taskQueue, workflowTaskTimeout: '2 minutes' };
    const run = await world.env.client.workflow.start('slow', { ...given, workflowId: 'slow' });
    await run.result();
    const { events = [] } = await run.fetchHistory();
    expect(events?.filter(({ workflowTaskStartedEventAttributes: begun }) => begun)).toHaveLength(1);
  } finally {
    await world.close();
  }
}, 120_000);
