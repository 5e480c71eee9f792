import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { basename } from 'node:path';
import { endsWithParent } from './parent-death';
import { lastLines } from './last-lines';

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Whose process it is, where it is not ours. */
  uid?: number;
  gid?: number;
  /** Asked every second: a reason to stop waiting, or nothing. */
  giveUp?: () => string | undefined | Promise<string | undefined>;
}

/**
 * Runs a program to its end, with its whole process group; it never outlives us.
 * @returns when it ended with exit code 0
 * @throws Error with its last words, or why it was given up
 */
export async function run(command: string, args: string[], options: RunOptions = {}): Promise<void> {
  const { giveUp, ...where } = options;
  const child = spawn(command, args, { ...where, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const words = lastLines(6, [child.stdout, child.stderr]);
  const release = child.pid === undefined ? undefined : endsWithParent(child.pid);
  let reason: string | undefined;
  const check = async () => {
    reason ??= await giveUp?.();
    if (reason !== undefined) killGroup(child);
  };
  const timer = setInterval(() => void check(), 1000);
  try {
    const end = await ended(command, child);
    if (reason !== undefined) throw new Error(reason);
    if (end !== 0) throw new Error(`${await words.atEnd(' ')} (${basename(command)}: ${String(end)})`);
  } finally {
    clearInterval(timer);
    release?.();
  }
}

/** A bound in time for `giveUp`. */
export function after(ms: number): () => string | undefined {
  const end = Date.now() + ms;
  return () => (Date.now() > end ? `not done within ${String(Math.round(ms / 1000))} s` : undefined);
}

/** Exit code or signal. Waits for `close`, so that the last words have been read. */
function ended(command: string, child: ChildProcess): Promise<number | string> {
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? new Error(`${command} is not installed`) : error);
    });
    child.once('close', (code, signal) => {
      resolve(code ?? signal ?? 'no exit code');
    });
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}
