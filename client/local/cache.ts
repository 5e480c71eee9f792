import { chmod, mkdir, mkdtemp, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { whenParentDies } from './parent-death';
import { isExecutable } from './executable';

/** Where built and downloaded servers are kept for this user: `<user's cache folder>/rectify/bin`. */
export function cacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  const home = env.HOME ?? homedir();
  const ofSystem = platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
  const caches =
    env.XDG_CACHE_HOME === undefined || env.XDG_CACHE_HOME === '' ? ofSystem : env.XDG_CACHE_HOME;
  return join(caches, 'rectify', 'bin');
}

/**
 * Makes the executable `path` unless it is there. `make` works in a scratch folder beside it and answers
 * with the path of what it made, which is then renamed: half a file is never seen, and a failure
 * leaves nothing behind. Two processes that want the same make it once.
 * @throws what `make` throws
 */
export async function keep(path: string, make: (scratch: string) => Promise<string>): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  const unlock = await lock(`${path}.lock`);
  try {
    if (!(await isExecutable(path))) await makeInScratch(path, make);
  } finally {
    await unlock();
  }
}

async function makeInScratch(path: string, make: (scratch: string) => Promise<string>): Promise<void> {
  const scratch = await mkdtemp(`${path}.making-`);
  const release = whenParentDies('rm -rf -- "$1"', scratch);
  try {
    const made = await make(scratch);
    await chmod(made, 0o755);
    await rename(made, path);
  } finally {
    await rm(scratch, { recursive: true, force: true });
    release();
  }
}

const HEARTBEAT_MS = 1000;
const DEAD_AFTER_MS = 10_000;

/**
 * Waits for a lock file. The holder touches it every second; one that is not touched any more was left by
 * a process that died. The lock only saves work: if two ever hold it, both make the same and rename.
 */
async function lock(file: string): Promise<() => Promise<void>> {
  while (!(await created(file))) {
    if (await abandoned(file)) await rm(file, { force: true });
    else await sleep(200);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  return async () => {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  };
}

async function created(file: string): Promise<boolean> {
  try {
    await (await open(file, 'wx')).close();
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST')
      return false;
    throw error;
  }
}

async function abandoned(file: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(file)).mtimeMs > DEAD_AFTER_MS;
  } catch {
    return false;
  }
}
