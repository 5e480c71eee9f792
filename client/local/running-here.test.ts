import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetRunning, noteRunning, type RunningHere, runningIn } from './running-here';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rectify-running-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const here: RunningHere = {
  pid: process.pid,
  since: 0,
  temporal: '127.0.0.1:7233',
  namespace: 'default',
  ui: 'http://127.0.0.1:8233',
  web: 'http://127.0.0.1:1080',
  trust: '/tmp/trust.yaml',
  store: 'file:///store',
};

test('what runs with the data of a folder is known until it ends', async () => {
  expect(await runningIn(folder)).toBeUndefined();
  await noteRunning(folder, here);
  expect(await runningIn(folder)).toEqual(here);
  await forgetRunning(folder);
  expect(await runningIn(folder)).toBeUndefined();
});

test('a note of a process that is gone, or that cannot be read, is none', async () => {
  await noteRunning(folder, { ...here, pid: 2 ** 22 + 1 });
  expect(await runningIn(folder)).toBeUndefined();
  await writeFile(join(folder, 'running.json'), 'damaged');
  expect(await runningIn(folder)).toBeUndefined();
});
