import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hasEnded, stopChild } from './stop-child';

const shell = async (script: string) => {
  const child = spawn('/bin/sh', ['-c', `${script}; echo ready; while :; do sleep 0.1; done`]);
  await once(child.stdout, 'data');
  return child;
};

test('a child that listens to it ends by SIGTERM', async () => {
  const child = await shell(':');
  await stopChild(child);
  expect(child.signalCode).toBe('SIGTERM');
});

test('a child that does not is killed', async () => {
  const child = await shell('trap "" TERM');
  await stopChild(child, 200);
  expect(child.signalCode).toBe('SIGKILL');
});

test('stopping twice, or what has ended, is no fault', async () => {
  const child = await shell(':');
  await Promise.all([stopChild(child), stopChild(child)]);
  await stopChild(child);
  expect(hasEnded(child)).toBe(true);
});
