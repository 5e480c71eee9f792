import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSync } from 'esbuild';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rectify-guard-'));
  const entryPoints = [join(__dirname, 'parent-death.ts')];
  buildSync({ entryPoints, bundle: true, platform: 'node', outfile: join(folder, 'guard.js') });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A process that starts a child which would live for ten minutes, tells its id, and then does `last`. */
const parent = (last: string) => `
  const { endsWithParent } = require(${JSON.stringify(join(folder, 'guard.js'))});
  const child = require('node:child_process').spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
  endsWithParent(child.pid);
  console.log(child.pid);
  ${last}
`;
const LIVES_ON = 'setInterval(() => undefined, 1000);';

async function start(script: string) {
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, grandchild: Number(line) };
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A process that has ended but that nobody has asked after still counts as alive: the bound is generous. */
async function gone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 200 && alive(pid); tries += 1) await sleep(50);
  return !alive(pid);
}

test('a child ends with us, whichever signal ends us', async () => {
  const signals = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const;
  const ends = signals.map(async (signal) => {
    const { child, grandchild } = await start(parent(LIVES_ON));
    expect(alive(grandchild)).toBe(true);
    child.kill(signal);
    return gone(grandchild);
  });
  expect(await Promise.all(ends)).toEqual([true, true, true, true]);
});

test('a child ends when we exit', async () => {
  const { grandchild } = await start(parent('setTimeout(() => process.exit(0), 100);'));
  expect(await gone(grandchild)).toBe(true);
});

test('a guard that was called off does nothing', async () => {
  const file = join(folder, 'seen');
  const script = `
    const { whenParentDies } = require(${JSON.stringify(join(folder, 'guard.js'))});
    const callOff = whenParentDies('touch "$1"', ${JSON.stringify(`${file}-no`)});
    whenParentDies('sleep 0.3; touch "$1"', ${JSON.stringify(`${file}-yes`)});
    setTimeout(() => { callOff(); console.log(process.pid); process.exit(0); }, 100);
  `;
  await start(script);
  for (let tries = 0; tries < 100 && !(await readdir(folder)).includes('seen-yes'); tries += 1)
    await sleep(50);
  expect(await readdir(folder)).toEqual(['guard.js', 'seen-yes']);
});
