import type { NativeConnection } from '@temporalio/worker';
import { type Routing, routingOf, tellRouting } from './routing';

const VERSION = { deploymentName: 'rectify', buildId: '1-a' };

const aServer = (answer: () => Promise<object>) =>
  ({
    workflowService: { describeWorkerDeployment: answer },
    withDeadline: (_: number, ask: () => Promise<unknown>) => ask(),
  }) as unknown as NativeConnection;

const routing = (current?: string, ramping?: string) => () =>
  Promise.resolve({
    workerDeploymentInfo: {
      routingConfig: {
        ...(current !== undefined && { currentDeploymentVersion: { ...VERSION, buildId: current } }),
        ...(ramping !== undefined && { rampingDeploymentVersion: { ...VERSION, buildId: ramping } }),
      },
    },
  });

test.each<[Routing, () => Promise<object>]>([
  ['current', routing('1-a', '1-b')],
  ['ramping', routing('1-b', '1-a')],
  ['waiting', routing('1-b')],
  ['nothing-current', routing()],
  ['unknown', () => Promise.reject(new Error('not allowed'))],
])('a build may be %s', async (expected, answer) => {
  expect(await routingOf(aServer(answer), 'default', VERSION)).toBe(expected);
});

const saidOf = async (found: Routing, until = new AbortController().signal): Promise<string[]> => {
  const said: string[] = [];
  const tell = (text: string) => void said.push(text);
  await tellRouting(() => Promise.resolve(found), VERSION, { tell, until, afterMs: 0 });
  return said;
};

test('a worker that gets no tasks says so, and by which command it would', async () => {
  const [said] = await saidOf('nothing-current');
  expect(said).toContain('set-current-version --deployment-name rectify --build-id 1-a');
  expect(await saidOf('waiting')).toEqual([expect.stringContaining('another build')]);
});

test.each<Routing>(['current', 'ramping', 'unknown'])('it says nothing where it is %s', async (found) => {
  expect(await saidOf(found)).toEqual([]);
});

test('it says nothing once it has ended', async () => {
  expect(await saidOf('nothing-current', AbortSignal.abort())).toEqual([]);
});
