import { checkpointWorkflowId, TASK_QUEUE } from '../../workflows/messages';
import { CommandLine } from '../support/command-line';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
const line = new CommandLine(() => world);

beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

const checkpoint = async (): Promise<{ ok: boolean; found?: string } | undefined> => {
  const { out } = await line.run(['doctor', '--json']);
  const { checks } = JSON.parse(out) as { checks: { name: string; ok: boolean; found?: string }[] };
  return checks.find(({ name }) => name === 'checkpoints');
};

test('a workflow that somebody starts under the name of the checkpoints keeps no worker from starting, and the next checkpoint takes its place', async () => {
  const first = await world.startWorker();
  await poll('a checkpoint', async () => (await checkpoint())?.found?.endsWith('Z'));
  await world.client.workflow.start('anything', {
    workflowId: checkpointWorkflowId(TASK_QUEUE),
    taskQueue: 'nobody',
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
  });
  expect(await checkpoint()).toMatchObject({
    ok: false,
    found: expect.stringContaining('not a worker') as string,
  });
  await first.stop();
  await world.startWorker();
  await poll('a new checkpoint', async () => (await checkpoint())?.ok === true);
}, 120_000);
