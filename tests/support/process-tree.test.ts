import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { poll } from './poll';
import { isRunning, statOf, treeOf } from './process-tree';

/** A shell that tells a line before it waits for its end of input. */
const shell = async (script: string) => {
  const child = spawn('/bin/sh', ['-c', `${script}\necho ready; read -r nothing; :`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(createInterface({ input: child.stdout }), 'line');
  const { pid } = child;
  if (pid === undefined) throw new Error('no process');
  const end = async () => {
    const gone = once(child, 'exit');
    child.stdin.end();
    await gone;
  };
  return { pid, end };
};

test('a tree is a process, its children and theirs, parents first', async () => {
  const { pid, end } = await shell("(sh -c 'sleep 30 & wait' & wait) & sleep 30 &");
  try {
    // The shell has said its line before those that it has sent into the background have started theirs.
    const tree = await poll('four processes', () => {
      const found = treeOf(pid);
      return found.length >= 4 && found;
    });
    expect(tree[0]?.pid).toBe(pid);
    const seen = new Set([statOf(pid).parent]);
    for (const { pid: each, parent } of tree) {
      expect(seen).toContain(parent);
      seen.add(each);
    }
  } finally {
    for (const { pid: each } of treeOf(pid).slice(1)) process.kill(each, 'SIGKILL');
    await end();
  }
});

test('the time of children that have ended counts with their parent', async () => {
  const busy = "sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done'";
  const { pid, end } = await shell(busy);
  const { ticks, ticksOfEnded } = statOf(pid);
  expect(ticksOfEnded).toBeGreaterThan(ticks);
  await end();
});

test('what has ended is not running, and has no tree', async () => {
  const { pid, end } = await shell(':');
  expect(isRunning(pid)).toBe(true);
  await end();
  expect(isRunning(pid)).toBe(false);
  expect(() => treeOf(pid)).toThrow();
});
