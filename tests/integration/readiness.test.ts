import { rename } from 'node:fs/promises';
import path from 'node:path';
import { freePorts } from '../../client/local/free-ports';
import { TASK_QUEUE } from '../../workflows/messages';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

type Check = { name: string; ok: boolean; found?: string; todo?: string };

test('a worker says of itself whether it is ready, and if not, what is wrong and what to do', async () => {
  const [port = 0] = await freePorts(1);
  const worker = await world.startWorker({ METRICS_PORT: String(port) });
  const look = async () => {
    const response = await fetch(`${worker.address}/readyz`);
    const { status, checks, build } = (await response.json()) as {
      status: string;
      checks: Check[];
      build: { version: string; build: string };
    };
    return { code: response.status, status, build, failed: checks.filter(({ ok }) => !ok) };
  };
  const failing = (name: string) =>
    poll(`${name} to fail`, async () => {
      const { code, failed } = await look();
      return code === 503 && failed.find((check) => check.name === name);
    });
  const well = () => poll('all to be well', async () => (await look()).code === 200);

  await well();
  expect(await look()).toMatchObject({ status: 'ready', failed: [], build: { version: '0.1.0' } });

  const sign = path.join(world.folder, 'store', '.rectify-store');
  await rename(sign, `${sign}.away`);
  const store = await failing('store');
  expect(store.todo).toMatch(/^请检查存储.*Check the mount/);
  await rename(`${sign}.away`, sign);
  await well();

  // As after a deployment that lacks what histories need.
  await world.client.workflow.start('noSuchWorkflow', { workflowId: 'unknown', taskQueue: TASK_QUEUE });
  const tasks = await failing('workflow-tasks');
  expect(tasks.found).toMatch(/^WorkflowError \d+$/);
  expect(tasks.todo).toContain('rectify doctor');
  expect((await fetch(`${worker.address}/health`)).status).toBe(200);

  await world.server.stop();
  expect((await failing('server')).todo).toContain('TEMPORAL_ADDRESS');
  await worker.stop();
});
