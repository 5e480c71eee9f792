import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOOPBACK, portOrFree } from './free-ports';
import { lastLines } from './last-lines';
import { endsWithParent } from './parent-death';
import { hasEnded, stopChild } from './stop-child';

export interface WorkerProcess {
  pid: number;
  /** Where it answers `/health` and `/readyz`. */
  address: string;
  /** Finishes what is under way, then stops. May be called again. */
  stop(): Promise<void>;
  /** Resolves when the process has ended, with what it said last. */
  ended: Promise<string>;
}

const START_MS = 60_000;
const STOP_MS = 30_000;

const script = (): string => {
  const found = [path.join(__dirname, 'worker.js'), path.join(__dirname, '../../dist/worker.js')].find(
    (file) => existsSync(file),
  );
  if (found === undefined) throw new Error('the worker is not built: run "npm run build"');
  return found;
};

/** Names that say which server and queue a worker serves. */
const SERVER = /^(TEMPORAL_|TASK_QUEUE$)/;

/** What a worker of a server on this machine inherits: nothing that would lead it to another server or queue. */
export const inherited = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !SERVER.test(name)));

/**
 * Starts a worker as operators do, as a process of its own, and waits until it polls. It never outlives this
 * process. `program`: a script that answers as our worker does, which is the default.
 * @throws Error with the last words of a worker that died
 */
export async function startWorker(
  environment: Record<string, string>,
  program = script(),
): Promise<WorkerProcess> {
  const port = await portOrFree(undefined);
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    detached: true,
    env: {
      ...inherited(process.env),
      LOG_LEVEL: 'WARN',
      ...environment,
      HEALTH_PORT: String(port),
      TZ: 'UTC',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const words = lastLines(20, [child.stdout, child.stderr]);
  const ended = once(child, 'exit').then(() => words.atEnd('\n'));
  if (child.pid === undefined) throw new Error(`the worker could not be started: ${await ended}`);
  child.once('exit', endsWithParent(child.pid));
  const stop = () => stopChild(child, STOP_MS);
  const address = `http://${LOOPBACK}:${String(port)}`;
  const isReady = () => isHealthy(`${address}/health`);
  const end = Date.now() + START_MS;
  while (!(await isReady())) {
    if (hasEnded(child)) throw new Error(`the worker ended at once:\n${await ended}`);
    if (Date.now() > end) {
      await stop();
      throw new Error(`the worker did not answer within ${String(START_MS / 1000)} s:\n${words.text('\n')}`);
    }
    await sleep(100);
  }
  return { pid: child.pid, address, stop, ended };
}

const isHealthy = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
};
