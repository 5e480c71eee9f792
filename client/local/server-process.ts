import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LastLines, lastLines } from './last-lines';
import { endsWithParent } from './parent-death';
import { hasEnded, stopChild } from './stop-child';

export interface ServerProcessOptions {
  /** As messages call it, such as "the Temporal server". */
  title: string;
  executable: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  /** Whose process it is, where it is not ours. */
  uid?: number;
  gid?: number;
  /** host:port at which it is to answer. */
  address: string;
  /** Whether it answers by now. */
  answers: () => Promise<boolean>;
  /** Called with every line that it says. */
  log?: (line: string) => void;
  /** The signal by which it ends in order; SIGTERM, unless given. */
  stopSignal?: NodeJS.Signals;
}

export interface ServerProcess {
  pid: number;
  /** Stops it, at the latest after 10 s. May be called again. */
  stop: () => Promise<void>;
  /** Resolves when the process has ended. */
  ended: Promise<unknown>;
}

/** Cold on a slow disk, with a database to migrate. */
const START_MS = 60_000;

/**
 * Starts a server and waits until it answers. It never outlives this process, however that ends.
 * @throws Error with the last words of a server that died or did not answer; then nothing runs any more
 */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const { executable, args, env, uid, gid, log, stopSignal } = options;
  const child = spawn(executable, args, {
    // A group of its own: Ctrl-C in the terminal stops us, and we stop the server when the workers are done.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(env && { env }),
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
  });
  const words = lastLines(10, [child.stdout, child.stderr], log);
  const pid = await started(executable, child);
  const ended = once(child, 'exit');
  child.once('exit', endsWithParent(pid));
  const stop = () => stopChild(child, undefined, stopSignal);
  try {
    await untilItAnswers(options, child, words);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid, stop, ended };
}

async function started(executable: string, child: ChildProcess): Promise<number> {
  try {
    await once(child, 'spawn');
  } catch (error) {
    throw new Error(`${executable} cannot be run`, { cause: error });
  }
  if (child.pid === undefined) throw new Error(`${executable} has no process`);
  return child.pid;
}

async function untilItAnswers(
  { title, address, answers }: ServerProcessOptions,
  child: ChildProcess,
  words: LastLines,
): Promise<void> {
  const end = Date.now() + START_MS;
  while (!(await answers())) {
    if (hasEnded(child))
      throw new Error(`${title} ended before it answered; its last words: ${await words.atEnd('\n')}`);
    if (Date.now() > end)
      throw new Error(`${title} does not answer at ${address}; its last words: ${words.text('\n')}`);
    await sleep(50);
  }
}
